import { z } from 'zod';

/** Somebody by e-mail and whole name (a name has any number of words). Stored by e-mail, shown by name. */
export const Person = z.object({ email: z.string().min(3), name: z.string().min(1) });
export type Person = z.infer<typeof Person>;

const part = z.string().nullable();

/** A postal address as the register writes it; a part it lacks is null. */
export const Address = z.object({ line1: part, line2: part, line3: part, town: part, county: part, postcode: part });
export type Address = z.infer<typeof Address>;
export const noAddress: Address = { line1: null, line2: null, line3: null, town: null, county: null, postcode: null };
