/** What health tells of a consumer. */
export interface RunningConsumer {
  readonly group: string;
  readonly standing: 'stand-by' | 'active';
  readonly hasJoined: boolean;
  readonly waitingFor: string | undefined;
}

/** The consumers of this process. They are made beside Nest's container (a transport strategy), so they say so here. */
export const running = new Set<RunningConsumer>();
