import { isIP } from 'node:net';
import { PhotoUnreachable } from './photo-unreachable.ts';
import { isPublicAddress } from './public-address.ts';

export interface UrlRules {
  /** Plain http as well as https. */
  allowHttp: boolean;
  /** This machine's own addresses: for tests and the demo, never in production. */
  allowLoopback: boolean;
  allowedPorts: readonly number[];
}

/**
 * The parsed URL when its scheme, port, host and form may be fetched; throws PhotoUnreachable. Names are checked once
 * they are resolved. The WHATWG parser turns decimal, octal, hex and full-width forms of an IPv4 address into dots.
 */
export function checkPhotoUrl(text: string, rules: UrlRules, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
  if (!url) throw refused('the address is not a URL');
  if (url.protocol !== 'https:' && !(rules.allowHttp && url.protocol === 'http:')) {
    throw refused(`the scheme ${url.protocol} is not allowed`);
  }
  if (url.username !== '' || url.password !== '') throw refused('the address holds credentials');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (!rules.allowedPorts.includes(port)) throw refused(`port ${port} is not allowed`);
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host, rules)) throw refused(`${host} is not a public address`);
  return url;
}

/** The host without the brackets of an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Refused by our own rules: the same address will be refused again. */
export const refused = (detail: string) => new PhotoUnreachable(detail, { retry: false });
