import { z } from 'zod';
import { defineEvent } from '../event/event.ts';
import { anOfficer } from '../prepare/examples.ts';
import { Address, Person } from '../values/people.ts';

/** A local authority as Complete keeps it (docs/domain/complete.md, "Local authorities"). Code: three digits. */
export const LocalAuthority = z.object({
  code: z.string().regex(/^\d{3}$/, 'must be three digits'),
  name: z.string().min(1),
  address: Address,
  directorOfChildrensServices: z
    .object({ name: z.string(), role: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
});
export type LocalAuthority = z.infer<typeof LocalAuthority>;

const anExampleAuthority: LocalAuthority = {
  code: '911',
  name: 'Marrowby',
  address: { line1: 'Civic House', line2: null, line3: null, town: 'Marrowby', county: null, postcode: 'ZZ1 1AA' },
  directorOfChildrensServices: {
    name: 'Odette Farrow',
    role: "Director of children's services",
    email: 'odette.farrow@marrowby.example',
  },
};

export const LocalAuthorityChanged = defineEvent('complete.local-authority.changed.v1', {
  topic: 'complete.local-authorities',
  meaning: 'A local authority was added or changed.',
  value: z.object({ localAuthority: LocalAuthority, by: Person.nullable() }),
  example: () => ({ localAuthority: anExampleAuthority, by: anOfficer }),
});

export const LocalAuthorityRepublished = defineEvent('complete.local-authority.state-republished.v1', {
  topic: 'complete.local-authorities',
  meaning: 'The present state, sent again for a new consumer or a lost topic.',
  value: z.object({ localAuthority: LocalAuthority }),
  example: () => ({ localAuthority: anExampleAuthority }),
});
