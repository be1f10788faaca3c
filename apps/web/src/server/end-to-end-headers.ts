import type { IncomingHttpHeaders } from 'node:http';

/** Headers of a single connection (RFC 9110, 7.6.1), or written anew by the HTTP client. */
const connectionHeaders: readonly string[] = [
  'connection',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Returns the headers that a proxy passes on: all but those of the connection, and those that `Connection` names. */
export function endToEndHeaders(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const kept = Object.entries(headers).filter(
    (header): header is [string, string | string[]] =>
      header[1] !== undefined && !connectionHeaders.includes(header[0]) && !named.includes(header[0]),
  );
  return Object.fromEntries(kept);
}
