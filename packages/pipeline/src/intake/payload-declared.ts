import type { Payload } from './payload.ts';
import {
  type PayloadVersions,
  payloadVersions,
  upgradeFrom,
  versionOf,
} from './versions/payload-versions.ts';

/** The facts that a device declared about its photo and itself; null where it declared none. */
export interface Declared {
  mimeType: string | null;
  byteLength: number | null;
  deviceModel: string | null;
}

/** Reads the declared facts from a stored payload of any version. A payload that no version parses declares nothing. */
export function readDeclared(payload: unknown, versions: PayloadVersions = payloadVersions): Declared {
  const { mime_type, byte_length, deviceModel } = readStoredPayload(payload, versions) ?? {};
  return {
    mimeType: mime_type ?? null,
    byteLength: byte_length ?? null,
    deviceModel: deviceModel ?? null,
  };
}

/** Reads a stored payload of any version; null for one that no version parses. */
export function readStoredPayload(raw: unknown, versions: PayloadVersions = payloadVersions): Payload | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const version = versionOf(raw, versions);
  const result = version?.parse(raw);
  return version && result && 'parsed' in result ? upgradeFrom(version, result.parsed, versions) : null;
}
