import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { type AddressRange, isInRange, parseAddressRanges } from './address-ranges.ts';
import type { PhotoUrlRules } from './photo-url-rules.ts';

/** Unicast by the registries, and yet no place for a photo. */
const deniedEverywhere = parseAddressRanges(
  [
    // Azure's wire server hands out secrets to every machine of that cloud.
    '168.63.129.16',
    // IPv4 inside IPv6: 6to4, Teredo and NAT64 lead to whatever IPv4 address they carry.
    '2002::/16',
    '2001::/32',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
  ].join(),
);

/** All that IANA gives out of IPv6. The library calls the rest unicast too, IPv4-compatible ::127.0.0.1 among it. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address (text as a resolver or a socket gives it, without brackets) is public unicast and not denied.
 * Private, loopback, link-local, carrier-grade, mapped, translated and reserved ranges are all refused, for each leads
 * or may lead inside.
 */
export function isPublicAddress(address: string, deniedRanges: readonly AddressRange[] = []): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if ([...deniedEverywhere, ...deniedRanges].some((range) => isInRange(parsed, range))) return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}

/** Whether a connection may go to an address and port: a public address, or loopback at a port opened for tests. */
export function mayReach(address: string, port: number, rules: PhotoUrlRules): boolean {
  if (!rules.loopbackPorts.includes(port)) return isPublicAddress(address, rules.deniedRanges);
  return isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';
}
