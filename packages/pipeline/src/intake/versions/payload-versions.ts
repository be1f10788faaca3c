import type { Payload } from '../payload.ts';
import type { PayloadVersion } from './payload-version.ts';
import { version1 } from './version-1.ts';
import { version2 } from './version-2.ts';

/**
 * All supported versions, oldest first. The upgrade step of each version leads to the next one, the last step to
 * `Payload`. To add a version, add a file, retarget the step before it, and add an entry here.
 */
export type PayloadVersions = readonly PayloadVersion[];

export const payloadVersions: PayloadVersions = [version1, version2];

/**
 * Returns the version of a payload: version 1 when the payload names none; undefined when the named version is not
 * supported.
 */
export function versionOf(raw: object, versions: PayloadVersions): PayloadVersion | undefined {
  const { schema_version: given = 1 } = raw as { schema_version?: unknown };
  return versions.find(({ version }) => version === given);
}

/** Upgrades a parsed payload through all remaining versions. */
export function upgradeFrom(version: PayloadVersion, parsed: unknown, versions: PayloadVersions): Payload {
  return versions
    .slice(versions.indexOf(version))
    .reduce((payload, { upgrade }) => upgrade(payload), parsed) as Payload;
}
