export const standingSql = {
  /** Keys of parked messages are projects; a message without a key counts for one. */
  heldBack: `
    select count(distinct coalesce(key, lane))::int as projects
      from dead_letter where consumer_group = $1 and state = 'parked'`,
};
