/** What an e-mail says, with `((fact))` where a fact stands, as GOV.UK Notify writes templates. */
export interface MailTemplate {
  readonly subject: string;
  readonly body: string;
}

/** Every template of a service by its name; a setting has the id that Notify gave it. */
export type MailTemplates<Name extends string = string> = Readonly<Record<Name, MailTemplate>>;

/** What stands in the places of a template; several are a list with bullets. */
export type MailFacts = Readonly<Record<string, string | readonly string[]>>;

const place = /\(\((\w+)\)\)/g;

/** The names of the facts that a template speaks of. */
export const factsNamedBy = ({ subject, body }: MailTemplate): string[] => [
  ...new Set([...`${subject}\n${body}`.matchAll(place)].map(([, name]) => name as string)),
];

/** A template with its facts, as Notify would send it. */
export function filledIn({ subject, body }: MailTemplate, facts: MailFacts): MailTemplate {
  const fill = (text: string) =>
    text.replaceAll(place, (whole, name: string) => {
      const fact = facts[name];
      if (fact === undefined) return whole;
      return typeof fact === 'string' ? fact : fact.map((one) => `* ${one}`).join('\n');
    });
  return { subject: fill(subject), body: fill(body) };
}
