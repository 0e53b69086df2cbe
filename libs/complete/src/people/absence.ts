import type { IsoDate, Person, Problem, Team } from '@academies/contracts';
import { type Actor, isSame, isSupport, leads } from '../project/may-manage.ts';

/** From which day to which somebody is away, and who stands in for them (docs/domain/complete.md, "Absence"). */
export interface Absence {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly standIn: Person;
}

/** While it lasts, its first and its last day among it, somebody stands in. */
export const lasts = ({ from, to }: Pick<Absence, 'from' | 'to'>, today: IsoDate): boolean =>
  from <= today && today <= to;

/** What is asked of an absence, and what is known when it is. */
export interface EnterAbsence {
  readonly of: Person;
  readonly absence: Omit<Absence, 'standIn'> & { readonly standIn: Person | undefined };
  /** What was entered before, if anything: one that has begun keeps its first day. */
  readonly before: Pick<Absence, 'from' | 'to'> | undefined;
  readonly today: IsoDate;
}

/** The same day of the next year; that of 29 February is after the 28th, also where there is none. */
const yearAfter = (day: IsoDate): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** Everything that is wrong with an absence; with nothing wrong it holds. `standIn` is undefined when nobody of the service was named. */
export function wrongWithAbsence({ of, absence, before, today }: EnterAbsence): Problem[] {
  const { from, to, standIn } = absence;
  const hasBegun = before !== undefined && before.to >= today && before.from === from;
  const problems: (Problem | false)[] = [
    from < today && !hasBegun && { message: 'The first day away must be today or later', field: 'from' },
    to < from && { message: 'The last day away must not be before the first', field: 'to' },
    to >= yearAfter(from) && { message: 'An absence lasts a year at most. Enter an earlier last day', field: 'to' },
    !standIn && { message: 'Select a person from the list', field: 'standIn' },
    standIn !== undefined &&
      isSame(standIn, of) && { message: 'Nobody stands in for themselves. Select somebody else', field: 'standIn' },
  ];
  return problems.filter((problem) => problem !== false);
}

/** Who says that somebody is away: they themselves, a leader of their team, service support. */
export const mayEnterAbsence = (of: { readonly email: string; readonly team: Team | null }, actor: Actor): boolean =>
  isSame(of, actor) || isSupport(actor) || leads(actor, of.team);
