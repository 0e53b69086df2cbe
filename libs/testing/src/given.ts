import type { CommandResult } from '@academies/contracts';

/**
 * Given a state, when a command is given, then these events or that refusal:
 * `given(aConversion()).when(recordDecision, anApproval()).then('prepare.decision.recorded.v1')`.
 */
export const given = <State>(state: State) => ({
  when: <Command, Next>(command: (state: State, asked: Command) => CommandResult<Next>, asked: Command) =>
    promises(command(state, asked)),
});

const promises = <Next>(result: CommandResult<Next>) => ({
  /** Just these types of events, in this order. */
  then: (...types: string[]) => expect(result.events?.map(({ event }) => event.type) ?? result).toEqual(types),
  /** The last event carries at least this, and its value is what the event's own schema allows. */
  thenEvent: (value: object) => {
    const last = result.events?.at(-1);
    expect(last?.value ?? result).toMatchObject(value);
    expect(last?.event.value.safeParse(last.value).error).toBeUndefined();
  },
  /** The new state is at least this. */
  thenState: (state: object) => expect(result.state ?? result).toMatchObject(state),
  /** Refused, with a problem at this field of the form or with these words in its message. */
  thenRefused: (fieldOrWords: string) =>
    expect(
      result.problems?.filter(({ field, message }) => field === fieldOrWords || message.includes(fieldOrWords)) ??
        result,
    ).not.toEqual([]),
});
