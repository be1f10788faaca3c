import type { Payload } from '../payload.ts';
import type { PayloadVersion } from './payload-version.ts';
import { version1 } from './version-1.ts';
import { version2 } from './version-2.ts';

/**
 * All versions that are understood, the oldest first. Each one's upgrade step leads to the one behind it, the last one's to
 * the program's own `Payload`. A new version is a file, a new target for the step before it, and an entry here.
 */
export type PayloadVersions = readonly PayloadVersion[];

export const payloadVersions: PayloadVersions = [version1, version2];

/** The version that a payload says it is of, version 1 when it says nothing; undefined for one that is not known. */
export function versionOf(raw: object, versions: PayloadVersions): PayloadVersion | undefined {
  const { schema_version: said = 1 } = raw as { schema_version?: unknown };
  return versions.find(({ version }) => version === said);
}

/** Takes a parsed payload up all the steps that are left. */
export function upgradeFrom(version: PayloadVersion, parsed: unknown, versions: PayloadVersions): Payload {
  return versions
    .slice(versions.indexOf(version))
    .reduce((payload, { upgrade }) => upgrade(payload), parsed) as Payload;
}
