import { type CompleteState, type IsoDate, type Kind, type Region, type Team } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Projects that are alike in all that statistics tell apart. */
export interface AlikeProjects {
  readonly region: Region | null;
  readonly kind: Kind;
  readonly withCasework: boolean;
  readonly state: CompleteState;
  readonly isAssigned: boolean;
  readonly all: number;
  readonly onHold: number;
  readonly arrived: number;
}

const alikeSql = `
  select l.region, l.kind, coalesce(l.team = 'regional_casework_services', false) as "withCasework", l.state,
         l.assigned_to is not null as "isAssigned", count(*)::int as all,
         count(*) filter (where l.on_hold and l.state = 'active')::int as "onHold",
         count(*) filter (where l.created_at >= $1)::int as arrived
    from project_listing l where l.state <> 'deleted' group by 1, 2, 3, 4, 5`;

/** Every project counted once, in one walk over the narrow rows. */
export const alikeProjects = (em: EntityManager, today: IsoDate) =>
  sql<AlikeProjects>(em, alikeSql, [`${today.slice(0, 7)}-01`]);

export interface Opening {
  readonly month: IsoDate;
  readonly kind: Kind;
  readonly count: number;
}

const openingSql = `
  select l.significant_date as month, l.kind, count(*)::int as count
    from project_listing l
   where l.state = 'active' and l.kind in ('conversion', 'transfer') and l.significant_date = any ($1)
   group by 1, 2`;

/** Active projects by the month of their date. */
export const openings = (em: EntityManager, months: readonly IsoDate[]) => sql<Opening>(em, openingSql, [months]);

const peopleSql = `select team, count(*)::int as people from person where may_sign_in and team is not null group by team`;

/** People of each team, as of their last sign-in. */
export const peopleOfTeams = (em: EntityManager) => sql<{ team: Team; people: number }>(em, peopleSql);
