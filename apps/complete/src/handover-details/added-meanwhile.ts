import { type CompleteProject, type Person, teams } from '@academies/contracts';
import { typedIn } from '@academies/forms';
import { type HandoverDetailsAnswer, handoverDetailsForm } from './handover-details.form.ts';

/** A question that somebody answered otherwise than it is answered already. */
export interface Difference {
  readonly question: string;
  /** What stands in the project. */
  readonly stands: string;
  /** What was answered second, right or wrong, and not saved. */
  readonly yours: string;
}

/** Whether somebody takes over another region's project is no fact of the project. */
const { other_region: _, ...fields } = handoverDetailsForm.fields;
type Name = Exclude<keyof HandoverDetailsAnswer, 'other_region'>;

/** What was sent too late and stands otherwise in the project; nothing when the form was sent twice. */
export function differencesTo(
  project: CompleteProject,
  { body, by, comments }: { readonly body: unknown; readonly by: Person; readonly comments: string | null },
): Difference[] {
  const stands = standing(project, comments);
  return Object.entries(sent(body, by)).flatMap(([name, yours]) =>
    yours === stands[name as Name]
      ? []
      : [{ question: fields[name as Name].options.label, stands: stands[name as Name], yours }],
  );
}

/** What stands in a project, in the words of the form. */
function standing(project: CompleteProject, comments: string | null): Readonly<Record<Name, string>> {
  const { team, sharePoint, assignedTo, twoRequiresImprovement } = project;
  return {
    with_casework: team === 'regional_casework_services' ? 'Yes' : 'No',
    comments: comments ?? '',
    school_link: sharePoint.school ?? '',
    incoming_trust_link: sharePoint.incomingTrust ?? '',
    outgoing_trust_link: sharePoint.outgoingTrust ?? '',
    two_requires_improvement: twoRequiresImprovement ? 'Yes' : 'No',
    region: team ? teams.say(team) : '',
    person: assignedTo?.email ?? '',
  };
}

/**
 * What was sent, in the same words. Casework takes neither region nor person; whoever is asked for no person would have
 * taken the project over in person.
 */
function sent(body: unknown, by: Person): Partial<Record<Name, string>> {
  const typed = typedIn(body);
  const texts = Object.keys(fields).flatMap((name) => {
    const text = String(typed[name] ?? '');
    const { choices = {} } = fields[name as Name].options as { choices?: Readonly<Record<string, string>> };
    return name in typed || name === 'comments' ? [[name, Object.hasOwn(choices, text) ? choices[text] : text]] : [];
  });
  const { region, person = by.email, ...others } = Object.fromEntries(texts) as Partial<Record<Name, string>>;
  if (others.with_casework === 'Yes') return others;
  return { ...others, ...(region !== undefined && { region }), person };
}
