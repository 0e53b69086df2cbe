import { z } from 'zod';

/** Somebody by e-mail and whole name (a name has any number of words). Stored by e-mail, shown by name. */
export const Person = z.object({ email: z.string().min(3), name: z.string().min(1) });
export type Person = z.infer<typeof Person>;
