import type { Payload } from './payload.ts';
import {
  type PayloadVersions,
  payloadVersions,
  upgradeFrom,
  versionOf,
} from './versions/payload-versions.ts';

/** What a device said about its photo and itself; null for what it did not say. */
export interface Declared {
  mimeType: string | null;
  byteLength: number | null;
  deviceModel: string | null;
}

/** Reads it from a capture's stored payload, whichever version that came in. A payload that no version reads says nothing. */
export function readDeclared(payload: unknown, versions: PayloadVersions = payloadVersions): Declared {
  const { mime_type, byte_length, deviceModel } = readPayload(payload, versions) ?? {};
  return {
    mimeType: mime_type ?? null,
    byteLength: byte_length ?? null,
    deviceModel: deviceModel ?? null,
  };
}

function readPayload(raw: unknown, versions: PayloadVersions): Payload | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const version = versionOf(raw, versions);
  const result = version?.parse(raw);
  return version && result && 'parsed' in result ? upgradeFrom(version, result.parsed, versions) : null;
}
