import { type PayloadVersions, payloadVersions } from './payload-versions.ts';

/**
 * Returns a payload without the time of sending, which is another one at each attempt: what remains is equal for the same
 * payload sent again.
 */
export function withoutSendTime(raw: unknown, versions: PayloadVersions = payloadVersions): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const names = new Set(versions.flatMap((version) => version.names.sentAt));
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !names.has(name)));
}
