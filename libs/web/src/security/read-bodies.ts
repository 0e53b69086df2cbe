import express, { type RequestHandler, Router } from 'express';

/** Reads forms and JSON up to a size that no honest form exceeds. Other kinds of body are left unread. */
export function readBodies(): RequestHandler {
  return Router().use(
    express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 1_000 }),
    express.json({ limit: '200kb' }),
  );
}
