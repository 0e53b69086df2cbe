import {
  type Changed,
  changed,
  type CommandContext,
  type CommandResult,
  daysAfter,
  type Decider,
  firstOfMonthAfter,
  type IncomingTrust,
  isApproval,
  type IsoDate,
  type OutboxEvent,
  type Person,
  type PreparedProject,
} from '@academies/contracts';
import { changeProposedDate } from '../proposed-date/change-proposed-date.ts';
import { confirmations, type DecisionAnswers, noAnswers, recordDecision } from '../decisions/decision.ts';
import { addNote } from '../notes/add-note.ts';
import { changeFields } from '../project/change-fields.ts';
import type { Project } from '../project/project.ts';
import { startProject } from '../start-project/start-project.ts';
import { inTurn, type Line } from './lines.ts';
import { dara, decisionMakers, officers, outsider } from './people.table.ts';
import {
  benefits,
  conditions,
  laterReasons,
  newTrustKinds,
  newTrustNames,
  notes,
  rationales,
  refusals,
  risks,
} from './texts.table.ts';
import { ukprnOf } from './places.ts';

/** Where a demo project takes place. */
export interface Setting {
  readonly urns: readonly string[];
  readonly joined: number;
  readonly outgoingTrustUkprn: string | null;
  readonly group: string | null;
}

const beginnings: IsoDate = '2026-01-05';
const lastDecision: IsoDate = '2026-10-30';

/** Everything that happened to a demo project, from its start on, by the same rules as on the pages. */
export function scenarioOf(line: Line, { urns, joined, outgoingTrustUkprn, group }: Setting): Changed<Project> {
  const { number, kind, route = null, fault } = line;
  const started = daysAfter(beginnings, line.ready ? 200 + (number % 40) : (number * 7) % 190);
  const on = (day: IsoDate, hour = 10): CommandContext => ({ by, at: momentOf(day, hour), today: day });
  const assignedTo: Person | null = assigned(line);
  const by = assignedTo ?? dara;
  const decided = earlier(daysAfter(started, 60 + (number % 45)), lastDecision);
  const proposedDate =
    fault === 'no date' ? null : firstOfMonthAfter(line.ready ? '2026-12-01' : decided, 3 + (number % 6));

  let project: Project | undefined;
  const events: OutboxEvent[] = [];
  const then = (result: CommandResult<Project>): void => {
    if (result.problems)
      throw new Error(`Demo project ${number}: ${result.problems.map(({ message }) => message).join('; ')}`);
    events.push(...result.events);
    project = result.state;
  };
  const present = (): Project => project as Project;

  then(
    startProject(undefined, {
      ...on(started),
      id: String(number),
      kind,
      route,
      urns,
      proposedDate,
      assignedTo,
      outgoingTrustUkprn,
      broken: [],
      formingAMat: line.formingAMat ?? false,
      incomingTrust: incomingTrustOf(line, joined),
      formAMatReference: formAMatReferenceOf(line),
      proposedDecisionDate: line.ready ? '2026-12-01' : decided,
    }),
  );
  const change = (change: (facts: PreparedProject) => Partial<PreparedProject>): void =>
    then(changeFields(present(), { change: change(present().facts), by }));

  if (kind === 'transfer') change(() => ({ transfer: reasonsOf(number) }));
  change(({ summary }) => ({ summary: { ...summary, ...caseOf(number) } }));
  if (group) change(() => ({ group }));
  if (number % 3 === 0) then(addNote(present(), { ...inTurn(notes, number / 3), ...on(daysAfter(started, 12)) }));
  if (number % 4 === 1 && proposedDate) {
    const date = firstOfMonthAfter(proposedDate, 1 + (number % 2));
    then(
      changeProposedDate(present(), {
        ...on(daysAfter(started, 30), 14),
        date,
        reasons: [inTurn(laterReasons, number)],
      }),
    );
  }
  const answers = answersOf(line, decided);
  if (answers) then(recordDecision(present(), { ...on(daysAfter(decided, 1), 15), answers, broken: [] }));
  return changed(present(), ...events);
}

/** Dara Officerly has the projects to try things on; one has a fault, and so nobody or somebody who may not. */
function assigned({ ready, fault, number }: Line): Person | null {
  if (fault === 'nobody assigned') return null;
  if (fault === 'person outside') return outsider;
  return ready ? dara : inTurn(officers, number);
}

const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);

const reasonsOf = (number: number): NonNullable<PreparedProject['transfer']> =>
  inTurn(
    [
      { initiatedBy: 'department', reasons: ['finance', 'leadership_and_governance'], type: 'joining_trust' },
      { initiatedBy: 'outgoing_trust', reasons: ['strategic', 'trust_closing'], type: 'merging_trusts' },
      { initiatedBy: 'department', reasons: ['inadequate_ofsted', 'safeguarding'], type: 'joining_trust' },
      { initiatedBy: 'incoming_trust', reasons: ['voluntary'], type: 'splitting_trust' },
      { initiatedBy: null, reasons: [], type: null },
    ],
    number,
  );

const caseOf = (number: number) => ({
  rationale: inTurn(rationales, number),
  risks: inTurn(risks, number),
  benefits: inTurn(benefits, number),
});

const deciders: readonly Decider[] = [
  'regional_director',
  'regional_director',
  'deputy_director',
  'grade_6',
  'another_regional_director',
  'minister',
  'none',
];

/** What was answered on the pages of the decision, if one was made. */
function answersOf({ outcome, number, route }: Line, date: IsoDate): DecisionAnswers | null {
  if (!outcome) return null;
  const decidedBy = outcome === 'dao_revoked' ? 'minister' : inTurn(deciders, number);
  return {
    ...noAnswers,
    outcome,
    date,
    decidedBy,
    deciderName: decidedBy === 'none' ? null : inTurn(decisionMakers, number),
    conditions: outcome === 'approved_with_conditions' ? inTurn(conditions, number) : null,
    reasons: isApproval(outcome) ? [] : [inTurn(refusals[outcome], number)],
    confirmations: outcome === 'dao_revoked' ? Object.keys(confirmations) : [],
    academyOrderDate: isApproval(outcome) && route === 'voluntary' && number % 2 === 0 ? date : null,
  };
}

/** Two schools form each new trust, so one parent goes with two projects. */
const parentOf = ({ number }: Line): number => Math.floor(number / 2) % 1000;

const formAMatReferenceOf = (line: Line): string | null =>
  line.formingAMat ? `FAM_${String(parentOf(line)).padStart(8, '0')}` : null;

/** The trust that a project's schools go to. The numbers of new trusts are not in the register yet. */
function incomingTrustOf(line: Line, joined: number): IncomingTrust {
  if (!line.formingAMat)
    return { ukprn: line.fault === 'trust unknown' ? '19999999' : ukprnOf(joined), trn: null, name: null };
  const parent = parentOf(line);
  const trn = line.fault === 'no TRN' ? null : `TR${91000 + parent}`;
  const name = `${inTurn(newTrustNames, parent)} ${inTurn(newTrustKinds, Math.floor(parent / newTrustNames.length))}`;
  return { ukprn: null, trn, name };
}

/** Something happened on that day, in the morning or in the afternoon. */
const momentOf = (day: IsoDate, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:15:00.000Z`;
