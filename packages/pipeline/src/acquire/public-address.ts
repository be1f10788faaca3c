import ipaddr from 'ipaddr.js';

/** Azure's wire server: unicast by the registries, but it hands out secrets to every machine of that cloud. */
const deniedAddresses = new Set(['168.63.129.16']);

/** All that IANA gives out of IPv6. The library calls the rest unicast too, IPv4-compatible ::127.0.0.1 among it. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether a connection may go to an IP address (text as a resolver or a socket gives it, without brackets): public
 * unicast only. Private, loopback, link-local, carrier-grade, mapped, translated and reserved ranges are all refused,
 * for each leads or may lead inside.
 */
export function isPublicAddress(address: string, options: { allowLoopback?: boolean } = {}): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range === 'loopback') return options.allowLoopback === true;
  if (range !== 'unicast' || deniedAddresses.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}
