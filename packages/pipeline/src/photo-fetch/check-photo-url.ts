import { isAllowedHostLiteral } from './allowed-address.ts';
import { PhotoUnreachable } from './photo-unreachable.ts';
import type { PhotoUrlRules } from './photo-url-rules.ts';

/**
 * Returns the parsed URL when its scheme, port, host and form are allowed; throws PhotoUnreachable otherwise. Host names are
 * checked after resolution. The WHATWG parser normalises decimal, octal, hex and full-width forms of an IPv4 address.
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
  if (!isAllowedHostLiteral(host, port, rules)) throw refused(`${host} is not a public address`);
  return url;
}

/**
 * Checks a host against the allowed hosts. `*.example.com` covers every host below example.com, but not example.com
 * itself.
 */
function isAllowedHost(host: string, allowedHosts: readonly string[]): boolean {
  if (allowedHosts.length === 0) return true;
  // A trailing dot names the same host.
  const name = host.replace(/\.$/, '');
  return allowedHosts.some((allowed) =>
    allowed.startsWith('*.')
      ? name.endsWith(allowed.slice(1)) && name !== allowed.slice(2)
      : name === allowed,
  );
}

/** Returns the host without the brackets of an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

/** Creates the error of an address that the rules forbid: a retry cannot help. */
export const refused = (detail: string) => new PhotoUnreachable(detail, { retry: false });
