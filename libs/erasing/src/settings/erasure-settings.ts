import { inDevelopment } from '@academies/contracts';
import { z } from 'zod';

/** Settings of every process that reads events or erases; to be spread into its own schema. */
export const erasureSettings = () => ({
  ERASURE_KEY: inDevelopment(z.string().min(32), 'development-only-key-of-the-erased-people').describe(
    'What the hashes of erased people are made with; 32 characters or more, the same for every process. It never changes: with another key the erased come back with the next topic that is read again.',
  ),
});

/** As they are read. */
export interface ErasureSettings {
  readonly ERASURE_KEY: string;
}
