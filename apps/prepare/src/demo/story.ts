import type { IsoDate, Outgoing, Person, PreparedProject, Verdict } from '@academies/contracts';
import { changeProposedDate } from '../dates/change-proposed-date.ts';
import { recordDecision } from '../decisions/record-decision.ts';
import { addNote } from '../projects/add-note.ts';
import { changeCase } from '../projects/change-case.ts';
import { changeTransferReasons } from '../projects/change-transfer-reasons.ts';
import { changeGroup } from '../trusts/change-group.ts';
import type { Occasion } from '../projects/occasion.ts';
import { noHandover, type Project } from '../projects/project.ts';
import { startProject } from '../projects/start-project.ts';
import { daysAfter, momentOf, monthsAfter } from './days.ts';
import { answersOf } from './decision-of.ts';
import { inTurn, type Line } from './lines.ts';
import { dara, officers, outsider } from './people.table.ts';
import { benefits, laterReasons, notes, rationales, risks } from './texts.table.ts';
import { formAMatReferenceOf, incomingTrustOf } from './trusts-of.ts';

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
export function storyOf(line: Line, { urns, joined, outgoingTrustUkprn, group }: Setting): Outgoing[] {
  const { number, kind, route = null, fault } = line;
  const started = daysAfter(beginnings, line.ready ? 200 + (number % 40) : (number * 7) % 190);
  const on = (day: IsoDate, hour = 10): Occasion => ({ by, at: momentOf(day, hour), today: day });
  const assignedTo: Person | null = assigned(line);
  const by = assignedTo ?? dara;
  const decided = earlier(daysAfter(started, 60 + (number % 45)), lastDecision);
  const proposedDate = fault === 'no date' ? null : monthsAfter(line.ready ? '2026-12-01' : decided, 3 + (number % 6));

  let facts: PreparedProject | undefined;
  const events: Outgoing[] = [];
  const then = (verdict: Verdict): void => {
    if (verdict.problems)
      throw new Error(`Demo project ${number}: ${verdict.problems.map(({ message }) => message).join('; ')}`);
    events.push(...verdict.events);
    facts = (verdict.events.at(-1)?.value as { project: PreparedProject } | undefined)?.project ?? facts;
  };
  const project = (): Project => ({ facts: facts as PreparedProject, handover: noHandover });

  then(
    startProject(undefined, {
      ...on(started),
      ...{ id: String(number), kind, route, urns, proposedDate, assignedTo, outgoingTrustUkprn, broken: [] },
      formingAMat: line.formingAMat ?? false,
      incomingTrust: incomingTrustOf(line, joined),
      formAMatReference: formAMatReferenceOf(line),
      proposedDecisionDate: line.ready ? '2026-12-01' : decided,
    }),
  );
  if (kind === 'transfer') then(changeTransferReasons(project(), { transfer: reasonsOf(number), by }));
  then(changeCase(project(), { texts: caseOf(number), by }));
  if (group) then(changeGroup(project(), { group, broken: [], by }));
  if (number % 3 === 0) then(addNote(project(), { ...inTurn(notes, number / 3), ...on(daysAfter(started, 12)) }));
  if (number % 4 === 1 && proposedDate) {
    const date = monthsAfter(proposedDate, 1 + (number % 2));
    then(
      changeProposedDate(project(), {
        ...on(daysAfter(started, 30), 14),
        date,
        reasons: [inTurn(laterReasons, number)],
      }),
    );
  }
  const answers = answersOf(line, decided);
  if (answers) then(recordDecision(project(), { ...on(daysAfter(decided, 1), 15), answers, broken: [] }));
  return events;
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
