import type { CompleteProject, IsoDate } from '@academies/contracts';
import { daysOn } from './days.ts';

/** How far a demo project has come; decided by its number, so it is the same on every machine. */
export interface Plan {
  /** False: it waits on the handover list. */
  readonly takenOver: boolean;
  /** When the handover details came. */
  readonly takenOn: IsoDate;
  readonly withCasework: boolean;
  /** Somebody of Regional Casework Services runs it. */
  readonly assigned: boolean;
  readonly dateConfirmed: boolean;
  /** How many of the four sections of the task list are done. */
  readonly sectionsDone: number;
  readonly hasContacts: boolean;
  readonly onHold: boolean;
  readonly revoked: boolean;
  readonly completed: boolean;
  /** For whatever else goes by turns. */
  readonly turn: number;
}

/** A project by its Prepare number and academy. */
export function planOf({ prepareId, urn, directiveAcademyOrder, advisoryBoardDate }: CompleteProject): Plan {
  const turn = Number(prepareId) + Number(urn);
  const takenOver = turn % 5 !== 0;
  const dateConfirmed = takenOver && turn % 4 !== 1;
  const revoked = takenOver && directiveAcademyOrder === true && turn % 9 === 2;
  const onHold = takenOver && !revoked && turn % 13 === 3;
  return {
    turn,
    takenOver,
    takenOn: daysOn(advisoryBoardDate, 4 + (turn % 9)),
    withCasework: turn % 3 === 1,
    assigned: turn % 7 !== 2,
    dateConfirmed,
    sectionsDone: dateConfirmed ? turn % 5 : 0,
    hasContacts: dateConfirmed,
    onHold,
    revoked,
    completed: dateConfirmed && !revoked && !onHold && turn % 8 !== 0,
  };
}
