import { randomBytes } from 'node:crypto';
import { type Database, verification } from '@gondola/db';
import { and, eq, gt } from 'drizzle-orm';
import type { People } from './people.ts';

/** Long enough for an installation that is finished the next morning. */
export const linkHours = 24;

/**
 * Makes a link with which a person sets a password, once. The database stores only the hash of its token. The token follows
 * the `#`: browsers do not send that part, so that it appears in no log of a server or proxy.
 */
export async function makePasswordLink(people: People, userId: string, publicUrl: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await people.$context;
  await internalAdapter.createVerificationValue({
    // The form that better-auth's own /reset-password reads.
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt: new Date(Date.now() + linkHours * 3_600_000),
  });
  return `${publicUrl}/set-password#${token}`;
}

/** Returns whether a person has a link that still works. */
export async function hasPasswordLink(db: Pick<Database, 'select'>, userId: string): Promise<boolean> {
  const open = await db
    .select({ id: verification.id })
    .from(verification)
    .where(and(eq(verification.value, userId), gt(verification.expiresAt, new Date())));
  return open.length > 0;
}
