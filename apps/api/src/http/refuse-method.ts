import type { RequestHandler } from 'express';

/** Refuses every method that the route does not have, and names those that it has (RFC 9110, 15.5.6). */
export const refuseMethod =
  (...allowed: string[]): RequestHandler =>
  ({ method }, response) =>
    void response
      .status(405)
      .set('Allow', allowed.join(', '))
      .json({ error: `This address takes ${allowed.join(', ')}; the request came as ${method}.` });
