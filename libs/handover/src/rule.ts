import type { RejectionReason } from '@academies/contracts';
import type { HandoverFacts } from './handover-facts.ts';

/** The pages of Prepare that fix a broken rule, `/projects/1042/incoming-trust`. */
export type FixOn =
  'school' | 'incoming-trust' | 'outgoing-trust' | 'proposed-date' | 'assigned-to' | 'group' | 'decision';

/** A rule that the facts break: its name, what a delivery officer can do about it, and where. */
export interface BrokenRule extends RejectionReason {
  readonly fixOn: FixOn | null;
  /**
   * What the register says, or does not say, breaks it. A copy of the register that is behind may say so wrongly:
   * read it to the end and judge again (docs/domain/handover.md, "What happens on arrival").
   */
  readonly lackingInRegister?: true;
}

/** A rule by its name. */
export interface Rule {
  readonly name: string;
  readonly check: (facts: HandoverFacts) => BrokenRule[];
}

interface RuleOptions {
  readonly fixOn: FixOn | null;
  readonly lackingInRegister?: true;
  /** The message when the facts break the rule; anything falsy when they keep it or the rule is not about them. */
  readonly broken: (facts: HandoverFacts) => string | false | null | undefined;
}

/** Declares a rule: a sentence and a function. */
export function rule(name: string, { fixOn, lackingInRegister, broken }: RuleOptions): Rule {
  return {
    name,
    check: (facts) => {
      const message = broken(facts);
      return message ? [{ rule: name, message, fixOn, ...(lackingInRegister && { lackingInRegister }) }] : [];
    },
  };
}
