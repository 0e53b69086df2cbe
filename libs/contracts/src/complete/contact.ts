import { z } from 'zod';
import { vocabulary } from '../vocabulary/vocabulary.ts';

export const contactCategories = vocabulary({
  school: 'School or academy',
  incoming_trust: 'Incoming trust',
  outgoing_trust: 'Outgoing trust',
  local_authority: 'Local authority',
  diocese: 'Diocese',
  solicitor: 'Solicitor',
  other: 'Other',
});

/** The people whom tasks name (docs/domain/complete.md, "Contacts"). */
export const keyContacts = vocabulary({
  headteacher: 'Headteacher',
  chair_of_governors: 'Chair of governors',
  incoming_trust_ceo: 'Incoming trust CEO',
  outgoing_trust_ceo: 'Outgoing trust CEO',
  main_contact: 'Project main contact',
});

export const Contact = z.object({
  id: z.uuid(),
  category: contactCategories.schema,
  name: z.string().min(1),
  role: z.string().min(1),
  organisation: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** At most one is primary for its organisation. */
  primary: z.boolean(),
});
export type Contact = z.infer<typeof Contact>;
