import { createReadStream } from 'node:fs';

export type Encoding = 'utf8' | 'windows-1252';

/**
 * GIAS writes windows-1252; a file that passed through a spreadsheet may be UTF-8, with or without a byte order mark.
 * A text with accents in windows-1252 is never well-formed UTF-8, so the bytes themselves tell.
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) strict.decode(chunk as Buffer, { stream: true });
    strict.decode();
    return 'utf8';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'windows-1252';
    throw error;
  }
}
