import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';

/** Far above what we give out: all-data of 100,000 projects has some 50 MB. Without a limit one upload could go on for ever. */
const limits = { fileSize: 4 * 1024 ** 3, files: 1, fields: 10, fieldSize: 10_000, parts: 12 };

/** Bytes are hashed as they come, and kept nowhere. */
const hashing: StorageEngine = {
  _handleFile: (_, { stream }, done) => {
    const hash = createHash('sha256');
    stream
      .on('data', (chunk: Buffer) => hash.update(chunk))
      .once('error', done)
      .once('end', () => done(null, { filename: hash.digest('hex') }));
  },
  _removeFile: (_, __, done) => done(null),
};

/**
 * Reads a form with a file, sent to this address by somebody who is signed in: in place of the file the form has the
 * SHA-256 of its bytes. Any other body is left alone.
 */
export function hashUploads(path: string | undefined): RequestHandler {
  const read = multer({ storage: hashing, limits }).any();
  return (request, response, next) => {
    if (request.path !== path || !request.session?.user) return next();
    read(request, response, (error?: unknown) => {
      if (error) return next(Object.assign(error, { status: error instanceof MulterError ? 413 : 400 }));
      const [file] = (request.files ?? []) as { fieldname: string; filename: string }[];
      if (file) (request as Request<object, object, Record<string, string>>).body[file.fieldname] = file.filename;
      next();
    });
  };
}
