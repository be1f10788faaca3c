import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';

/**
 * Lets queries by GET pass Apollo's check against forgery when they carry a key: no page of another origin can send
 * `Authorization: Bearer`. A browser adds only `Basic` by itself.
 */
export const acceptGetWithKey: RequestHandler = ({ headers }, _response, next) => {
  if (hasBearer(headers)) headers['apollo-require-preflight'] ??= '1';
  next();
};

const hasBearer = ({ authorization }: IncomingHttpHeaders): boolean =>
  /^bearer +\S/i.test(authorization ?? '');
