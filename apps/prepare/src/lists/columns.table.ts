import { type HandoverState, handoverStates, type Kind, regions } from '@academies/contracts';
import { type Cell, column } from '@academies/lists';
import { inWords } from '@academies/web';
import { handoverTags, statusTags } from '../project/tags.table.ts';
import type { ListedProject } from './listed-project.ts';

const { date, month } = inWords;
const unique = (values: readonly (string | null | undefined)[]) => [...new Set(values.filter(Boolean))].join(', ');

const name = ({ id, state, academies }: ListedProject): Cell => {
  const [first] = academies;
  const others = academies.length - 1;
  const route = state.route === 'sponsored' ? ', sponsored' : '';
  return {
    text:
      (first?.name ?? `URN ${first?.urn}`) + (others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : ''),
    href: `/projects/${id}`,
    lines: [
      `URN ${academies.map(({ urn }) => urn).join(', ')}`,
      `Project ${id}${route}${state.formingAMat ? ', forming a MAT' : ''}`,
      placesOf(academies),
    ],
  };
};

function placesOf(academies: ListedProject['academies']): string {
  const authorities = unique(academies.map(({ authority }) => authority)) || 'Local authority unknown';
  const all = unique(academies.map(({ region }) => region && regions.say(region)));
  return all ? `${authorities}, ${all}` : authorities;
}

const decided = ({ state: { decision, proposedDecisionDate } }: ListedProject): Cell => ({
  text: date(decision?.date ?? proposedDecisionDate) || 'Unknown',
  ...(!decision && proposedDecisionDate && { lines: ['Expected'] }),
});

/** The states of a project's academies, each once with how many are in it. */
const handover = ({ academies }: ListedProject): Cell => ({
  tags: handoverStates.names
    .map((state) => ({ ...handoverTags[state], count: countOf(academies, state) }))
    .filter(({ count }) => count > 0)
    .map(({ count, ...tag }) => ({ ...tag, ...(count > 1 && { more: `${count} academies` }) })),
});

const countOf = (academies: ListedProject['academies'], state: HandoverState): number =>
  academies.filter((academy) => academy.handover === state).length;

/** The columns of a kind's list. */
export const columnsOf = (kind: Kind) => [
  column(kind === 'transfer' ? 'Academies' : 'School', name),
  kind === 'transfer'
    ? column<ListedProject>(
        'Trusts',
        (it) => `From ${it.outgoingTrust ?? 'unknown'} to ${it.incomingTrust ?? 'unknown'}`,
      )
    : column<ListedProject>('Incoming trust', ({ incomingTrust }) => incomingTrust ?? 'Unknown'),
  column<ListedProject>('Assigned to', ({ state }) => state.assignedTo?.name ?? 'Nobody'),
  column('Decision', decided),
  column<ListedProject>(
    kind === 'transfer' ? 'Transfer' : 'Conversion',
    ({ state }) => month(state.proposedDate) || 'Unknown',
  ),
  column<ListedProject>('Status', ({ state }) => ({ tags: [statusTags[state.status]] })),
  column('Handover', handover),
];
