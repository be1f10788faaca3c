import type { Log } from '@gondola/pipeline/telemetry';
import type { BetterAuthPlugin } from 'better-auth';

/** Callers choose the header. The limit prevents a flood of the log. */
const maxNamedInLog = 100;

/**
 * Refuses requests from pages of other addresses before better-auth does, and says under which addresses Gondola is opened
 * and which variable sets them. The usual cause is an installation whose PUBLIC_URL is missing or out of date.
 */
export function explainOrigin(addresses: readonly string[], log: Log) {
  const named = new Set<string>();
  return {
    id: 'explain-origin',
    async onRequest(request) {
      const origin = request.headers.get('origin');
      // better-auth itself decides on requests without an origin, and on "null".
      if (origin === null || origin === 'null' || addresses.includes(origin)) return;
      if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
      const message = `Gondola is set up to be opened at ${addresses.join(' or ')}, not at ${origin}. PUBLIC_URL sets that address.`;
      if (!named.has(origin) && named.size < maxNamedInLog) {
        named.add(origin);
        log.warn({ origin, addresses }, `a sign-in was refused: ${message}`);
      }
      return { response: Response.json({ code: 'INVALID_ORIGIN', message, addresses }, { status: 403 }) };
    },
  } satisfies BetterAuthPlugin;
}
