import type { CommandContext, OutboxEvent } from '@academies/contracts';
import { sql } from '@academies/database';
import { academiesOfTrust, trustByUkprn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { savePerson } from '../project/people.ts';
import { saveResult } from '../project/project.repository.ts';
import { demoLines, type Line } from './lines.ts';
import { dara, officers } from './people.table.ts';
import { type Places, places, ukprnOf } from './places.ts';
import { scenarioOf, type Setting } from './scenario.ts';

/** Makes every demo project in the transaction of `em`, or none when there are projects already. Answers how many. */
export async function makeProjects(em: EntityManager): Promise<number> {
  const [there] = await sql<{ count: number }>(em, 'select count(*)::int as count from project');
  if (there?.count) return 0;
  for (const person of [dara, ...officers]) await savePerson(em, person);
  const place = places();
  const lines = demoLines();
  let before: Setting | undefined;
  for (const line of lines) {
    const setting = line.racing && before && line.place % 2 === 1 ? before : await settingOf(em, line, place);
    const scenario = scenarioOf(line, setting);
    await saveResult(em, scenario, contextOf(scenario.events));
    em.clear();
    before = setting;
  }
  await sql(em, `select setval('project_number', (select max(number) from project))`);
  await sql(
    em,
    'insert into project_group (reference) select distinct group_reference from project where group_reference is not null',
  );
  return lines.length;
}

/** Who handed the project over, and when, for the record of its attempt. */
function contextOf(events: readonly OutboxEvent[]): CommandContext {
  const last = events.at(-1)?.value as {
    by: CommandContext['by'];
    decision?: { recordedAt: string };
    project: { createdAt: string };
  };
  const at = last.decision?.recordedAt ?? last.project.createdAt;
  return { by: last.by, at, today: at.slice(0, 10) };
}

async function settingOf(em: EntityManager, line: Line, place: Places): Promise<Setting> {
  const joined = place.joined(line);
  // Projects of one trust are sometimes handled together.
  const group =
    line.outcome && !line.formingAMat && !line.racing && joined % 5 === 0
      ? `GRP_${String(joined).padStart(8, '0')}`
      : null;
  if (line.kind === 'conversion') return { urns: [place.school(line)], joined, outgoingTrustUkprn: null, group };
  const left = place.left(line);
  const academies = (await academiesOfTrust(em, (await trustByUkprn(em, ukprnOf(left)))!)).map(({ urn }) => urn);
  const count = line.ready ? 2 + (line.number % 2) : 1 + (line.number % 3);
  return { urns: academies.slice(0, count), joined, outgoingTrustUkprn: ukprnOf(left), group };
}
