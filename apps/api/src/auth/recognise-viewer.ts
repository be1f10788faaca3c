import type { IncomingHttpHeaders } from 'node:http';
import { type Database, type Role, roles } from '@gondola/db';
import { fromNodeHeaders } from 'better-auth/node';
import { isDemoEmail } from './demo-people.ts';
import { deviceKeyIn, recogniseDevice } from './device-key.ts';
import type { People } from './people.ts';
import { nobody, type Viewer } from './viewer.ts';

/**
 * Who a request comes from. An Authorization header speaks for a device and shuts out the cookie: a request with a
 * revoked or mistyped key is nobody's, never the signed-in person's.
 */
export async function recogniseViewer(
  db: Database,
  people: People,
  headers: IncomingHttpHeaders,
): Promise<Viewer> {
  if (headers.authorization !== undefined) {
    const key = deviceKeyIn(headers.authorization);
    return (key === null ? null : await recogniseDevice(db, key)) ?? nobody;
  }
  if (headers.cookie === undefined) return nobody;
  const session = await people.api.getSession({ headers: fromNodeHeaders(headers) });
  if (!session) return nobody;
  const { id, name, email, role } = session.user;
  // A session of the time when the demo ran here.
  if (!people.hasDemo && isDemoEmail(email)) return nobody;
  return isRole(role) ? { kind: 'PERSON', id, name, email, role } : nobody;
}

const isRole = (word: unknown): word is Role => (roles as readonly unknown[]).includes(word);
