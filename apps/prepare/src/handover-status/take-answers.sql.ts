/** The newest state of a Complete project stays, in whatever order they come. */
export const keepCompleteProjectSql = `
  insert into complete_project as known (id, sequence, state) values ($1, $2, $3::jsonb)
  on conflict (id) do update set sequence = excluded.sequence, state = excluded.state
   where known.sequence < excluded.sequence`;

/** An answer is kept once, by the event that brought it. */
export const keepAnswerSql = `
  insert into handover_answer (event_id, project_id, attempt, urn, says, reasons, at)
  values ($1, $2, $3, $4, $5, $6::jsonb, $7)
  on conflict (event_id) do nothing`;
