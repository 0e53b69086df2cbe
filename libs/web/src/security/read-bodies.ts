import express, { type RequestHandler, Router } from 'express';

const limit = '1mb';

/**
 * Reads forms and JSON up to a size that no honest form exceeds: a pasted file of 100,000 characters, of which a browser
 * makes three to nine each. Other kinds of body are left unread.
 */
export function readBodies(): RequestHandler {
  return Router().use(express.urlencoded({ extended: false, limit, parameterLimit: 1_000 }), express.json({ limit }));
}
