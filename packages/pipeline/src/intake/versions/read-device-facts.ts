import type { PayloadFact } from '../payload.ts';
import { type PayloadVersions, payloadVersions } from './payload-versions.ts';

/** What a payload says about the device that made it, as far as it can be read. */
export interface DeviceFacts {
  firmware: string | null;
  cameraModel: string | null;
}

/** The longest text that the schema accepts for either fact. */
const maxLength = 512;

/**
 * Reads the device facts of a payload that no schema version accepts: the names of all versions are tried. A broken
 * payload is often the fault of a firmware, so the dead letter should name it.
 */
export function readDeviceFacts(raw: unknown, versions: PayloadVersions = payloadVersions): DeviceFacts {
  const read = (fact: PayloadFact): string | null => {
    for (const { names } of versions.toReversed())
      for (const name of names[fact]) {
        const text = storableText(valueAt(raw, name));
        if (text !== null) return text;
      }
    return null;
  };
  return { firmware: read('firmware'), cameraModel: read('deviceModel') };
}

const valueAt = (raw: unknown, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>(
      (level, key) =>
        typeof level === 'object' && level !== null && Object.hasOwn(level, key)
          ? (level as Record<string, unknown>)[key]
          : undefined,
      raw,
    );

/** Returns a short text without characters that Postgres refuses (NUL) or alters (lone surrogates); null otherwise. */
function storableText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text.length > maxLength || /[\p{Cc}\p{Cs}]/u.test(text) ? null : text;
}
