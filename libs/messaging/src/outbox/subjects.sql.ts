/** Holds the numbering of these subjects: who queues an event of one waits, and who did so before has committed. */
export const lockSubjects = `
  insert into subject_sequence as known (subject, last) select subject, 0 from unnest($1::text[]) as subject order by subject
  on conflict (subject) do update set last = known.last`;
