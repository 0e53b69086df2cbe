const outbox = [
  // Business code only inserts here; the relay publishes, oldest first. `refused` says why the broker did not take it.
  `create table outbox (
     id bigserial primary key,
     event_id uuid not null,
     topic text collate "C" not null,
     type text collate "C" not null,
     key text collate "C" not null,
     subject text collate "C" not null,
     sequence bigint not null,
     payload text not null,
     headers jsonb not null default '{}',
     size int not null,
     created_at timestamptz not null default clock_timestamp(),
     published_at timestamptz,
     refused text
   )`,
  'create index outbox_unpublished on outbox (id) where published_at is null',
  'create index outbox_oldest on outbox (created_at) where published_at is null',
  'create index outbox_refused on outbox (topic, key) where refused is not null',
  'create index outbox_published on outbox (published_at) where published_at is not null',
  'create table subject_sequence (subject text collate "C" primary key, last bigint not null)',
];

const inbox = [
  // Kept for ever: what stands here took effect, or waits in dead_letter. A million rows are about 100 MB.
  `create table inbox (
     consumer_group text collate "C" not null,
     event_id uuid not null,
     primary key (consumer_group, event_id)
   )`,
  // Written with what a batch changes. `handling_until` is set before a batch and emptied by it: what a crash left.
  `create table consumer_position (
     consumer_group text collate "C" not null,
     topic text collate "C" not null,
     partition int not null,
     next_offset bigint not null,
     handling_until bigint,
     updated_at timestamptz not null default clock_timestamp(),
     primary key (consumer_group, topic, partition)
   )`,
  // A try is counted before the event is handled, alone and outside of its transaction, so that a killed process counts.
  `create table handling_attempt (
     consumer_group text collate "C" not null,
     event_id uuid not null,
     tries int not null,
     last_at timestamptz not null default clock_timestamp(),
     primary key (consumer_group, event_id)
   )`,
  `create table seen_sequence (
     consumer_group text collate "C" not null,
     source text collate "C" not null,
     subject text collate "C" not null,
     last bigint not null,
     gaps bigint not null default 0,
     primary key (consumer_group, source, subject)
   )`,
  'create index seen_sequence_gaps on seen_sequence (consumer_group) where gaps > 0',
  `create table received_watermark (
     consumer_group text collate "C" not null,
     source text collate "C" not null,
     committed_before timestamptz not null,
     offsets jsonb not null,
     primary key (consumer_group, source, committed_before)
   )`,
];

const deadLetters = [
  // A lane is what must stay in order: a key among the topics whose keys mean the same, or a keyless message alone.
  `create table parked_lane (
     consumer_group text collate "C" not null,
     lane text collate "C" not null,
     since timestamptz not null default clock_timestamp(),
     request text check (request in ('replay', 'discard')),
     request_note text,
     request_by text,
     request_tries int not null default 0,
     primary key (consumer_group, lane)
   )`,
  'create index parked_lane_requested on parked_lane (consumer_group) where request is not null',
  `create table dead_letter (
     id bigserial primary key,
     consumer_group text collate "C" not null,
     lane text collate "C" not null,
     key text collate "C",
     topic text collate "C" not null,
     partition int not null,
     message_offset bigint not null,
     event_id uuid not null,
     type text collate "C",
     headers jsonb not null,
     raw_key bytea,
     raw_value bytea,
     kind text not null check (kind in ('permanent', 'poison', 'waiting')),
     code text not null,
     message text not null,
     stack text,
     tries int not null default 0,
     parked_at timestamptz not null default clock_timestamp(),
     state text not null default 'parked' check (state in ('parked', 'replayed', 'discarded')),
     settled_at timestamptz,
     note text,
     settled_by text
   )`,
  `create index dead_letter_parked on dead_letter (consumer_group, lane, id) where state = 'parked'`,
  'create index dead_letter_key on dead_letter (key)',
];

/** Every table of this library, in the database of each service. */
export const tables = [...outbox, ...inbox, ...deadLetters];
