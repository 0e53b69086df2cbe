import type { Verdict } from '@academies/contracts';

/**
 * Given a state, when a rule is asked with a command, then these events or that refusal:
 * `given(aConversion()).when(recordDecision, anApproval()).then('prepare.decision.recorded.v1')`.
 */
export const given = <State>(state: State) => ({
  when: <Command>(rule: (state: State, command: Command) => Verdict, command: Command) => promises(rule(state, command)),
});

const promises = (verdict: Verdict) => ({
  /** Just these types of events, in this order. */
  then: (...types: string[]) => expect(verdict.events?.map(({ event }) => event.type) ?? verdict).toEqual(types),
  /** The last event carries at least this, and its value is what the event's own schema allows. */
  thenEvent: (value: object) => {
    const last = verdict.events?.at(-1);
    expect(last?.value ?? verdict).toMatchObject(value);
    expect(last?.event.value.safeParse(last.value).error).toBeUndefined();
  },
  /** Refused, at this field of the form when one is named. */
  thenRefused: (field?: string) => {
    expect(verdict.problems ?? verdict).toEqual(
      expect.arrayContaining([expect.objectContaining({ message: expect.any(String), ...(field && { field }) })]),
    );
  },
});
