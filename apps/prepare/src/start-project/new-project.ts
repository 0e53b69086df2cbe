import { InvalidError, kinds, type Kind, type PreparedProject, routes, type Route } from '@academies/contracts';
import { z } from 'zod';

/** What has been chosen so far for a new project; it travels in the address from page to page. */
const Chosen = z.object({
  kind: kinds.schema,
  urns: z.array(z.string().regex(/^\d{6}$/)).max(50),
  outgoingTrust: z
    .string()
    .regex(/^1\d{7}$/)
    .nullable(),
  route: routes.schema.nullable(),
  formingAMat: z.boolean(),
  newTrust: z.string().max(250).nullable(),
});
export type Chosen = z.infer<typeof Chosen>;

/** Reads what has been chosen from the address; an address that says nonsense is a wrong request. */
export function chosenIn(kind: Kind, query: Record<string, unknown>): Chosen {
  const read = Chosen.safeParse({
    kind,
    urns: typeof query['urns'] === 'string' && query['urns'] !== '' ? [...new Set(query['urns'].split(','))] : [],
    outgoingTrust: query['from'] ?? null,
    route: query['route'] ?? null,
    formingAMat: query['forming'] === 'yes',
    newTrust: query['name'] ?? null,
  });
  if (!read.success) throw new InvalidError('PREPARE.START', 'Start the project again from its first page.');
  return read.data;
}

/** The same as the query of an address. */
export function addressOf({ urns, outgoingTrust, route, formingAMat, newTrust }: Partial<Chosen>): string {
  const query = new URLSearchParams();
  if (urns?.length) query.set('urns', urns.join(','));
  if (outgoingTrust) query.set('from', outgoingTrust);
  if (route) query.set('route', route);
  if (formingAMat) query.set('forming', 'yes');
  if (newTrust) query.set('name', newTrust);
  return query.toString();
}

/** The project as far as rules about its schools look at it. */
export const factsOf = ({ kind, urns, outgoingTrust, formingAMat }: Chosen): PreparedProject => ({
  ...{ id: '0', kind, route: null as Route | null, formingAMat, formAMatReference: null },
  academies: urns.map((urn) => ({ urn })),
  incomingTrust: { ukprn: null, trn: null, name: null },
  outgoingTrustUkprn: outgoingTrust,
  ...{ proposedDecisionDate: null, proposedDate: null, dateHistory: [], transfer: null, assignedTo: null, group: null },
  ...{ grant: { type: null, pence: null }, partOfPfiScheme: null, academyOrderDate: null },
  ...{ directiveAcademyOrderPackDate: null, status: 'pre_decision', decision: null, attempts: 0 },
  summary: { rationale: null, risks: null, benefits: null, notes: [] },
  ...{ createdAt: '', deleted: false },
});
