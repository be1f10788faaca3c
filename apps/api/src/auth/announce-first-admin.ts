import type { Database } from '@gondola/db';
import { actorNamed } from '@gondola/pipeline/audit';
import type { Log } from '@gondola/pipeline/telemetry';
import { linkHours } from './password-link.ts';
import type { People } from './people.ts';
import { type AdminToSave, hasAdmin, saveFirstAdmin } from './save-admin.ts';

/**
 * Makes the first admin that the environment names, and logs the link to set the password. Logs how to make an admin when there
 * is none and the demo is off, since no person could sign in. Both are warnings, which `npm start` shows on the screen.
 */
export async function announceFirstAdmin(
  parts: { db: Database; people: People; publicUrl: string; log: Log },
  admin: AdminToSave | null,
): Promise<void> {
  const { db, people, log } = parts;
  if (admin !== null) {
    const { link } = await saveFirstAdmin({ ...parts, actor: actorNamed('GONDOLA_ADMIN_EMAIL') }, admin);
    if (link !== null)
      log.warn(`${admin.email} has no password yet. Within ${linkHours} hours, set it at: ${link}`);
    return;
  }
  if (people.hasDemo || (await hasAdmin(db))) return;
  log.warn(
    'There is no admin yet. Set GONDOLA_ADMIN_EMAIL and start again, or run: npm run admin -- create --email YOU@EXAMPLE.COM',
  );
}
