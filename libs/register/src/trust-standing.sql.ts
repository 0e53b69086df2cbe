import { groupStatuses, type Standing, standings } from '@academies/contracts';

const statusesOf = (standing: Standing): string =>
  Object.entries(groupStatuses)
    .flatMap(([status, means]) => (means === standing ? [`'${status}'`] : []))
    .join(', ');
const placeOf = (standing: (typeof standings)[number]): number => standings.indexOf(standing);
const letters = `regexp_replace(lower((state ->> 'status') collate "C"), '[^a-z]+', '', 'g')`;

/** `standingOf` in SQL, as its place among the standings; null of a record made in error. A test compares the two. */
export const standingSql = `(case
  when ${letters} in (${statusesOf('error')}) then null
  when state ->> 'closedDate' is not null or ${letters} in (${statusesOf('closed')}) then ${placeOf('closed')}
  when ${letters} in (${statusesOf('live')}) then ${placeOf('live')}
  when ${letters} in (${statusesOf('to open')}) then ${placeOf('to open')}
  else ${placeOf('unknown')} end)`;
