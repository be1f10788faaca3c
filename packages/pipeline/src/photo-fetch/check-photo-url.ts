import { isIP } from 'node:net';
import { PhotoUnreachable } from './photo-unreachable.ts';
import type { PhotoUrlRules } from './photo-url-rules.ts';
import { mayReach } from './public-address.ts';

/**
 * The parsed URL when its scheme, port, host and form may be fetched; throws PhotoUnreachable. Names are checked once
 * they are resolved. The WHATWG parser turns decimal, octal, hex and full-width forms of an IPv4 address into dots.
 */
export function checkPhotoUrl(text: string, rules: PhotoUrlRules, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
  if (!url) throw refused('the address is not a URL');
  const scheme = url.protocol === 'https:' ? 'https' : url.protocol === 'http:' ? 'http' : null;
  if (scheme === null) throw refused(`the scheme ${url.protocol} is not allowed`);
  if (url.username !== '' || url.password !== '') throw refused('the address holds credentials');
  const port = portOf(url);
  if (!rules.loopbackPorts.includes(port)) {
    if (rules.ports[scheme].length === 0) throw refused(`the scheme ${url.protocol} is not allowed`);
    if (!rules.ports[scheme].includes(port)) throw refused(`port ${port} is not allowed for ${scheme}`);
    if (!isAllowedHost(hostOf(url), rules.allowedHosts))
      throw refused(`${hostOf(url)} is not one of the allowed hosts`);
  }
  const host = hostOf(url);
  if (isIP(host) !== 0 && !mayReach(host, port, rules)) throw refused(`${host} is not a public address`);
  return url;
}

/** `*.example.com` stands for everything below example.com, not for example.com itself. */
function isAllowedHost(host: string, allowedHosts: readonly string[]): boolean {
  if (allowedHosts.length === 0) return true;
  // A dot at the end names the same host.
  const name = host.replace(/\.$/, '');
  return allowedHosts.some((allowed) =>
    allowed.startsWith('*.')
      ? name.endsWith(allowed.slice(1)) && name !== allowed.slice(2)
      : name === allowed,
  );
}

/** The host without the brackets of an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

/** Refused by our own rules: the same address will be refused again. */
export const refused = (detail: string) => new PhotoUnreachable(detail, { retry: false });
