import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { type AddressRange, isInRange, parseAddressRanges } from './address-ranges.ts';
import type { PhotoUrlRules } from './photo-url-rules.ts';

/** Unicast according to the registries, but never the address of a photo. */
const deniedEverywhere = parseAddressRanges(
  [
    // The wire server of Azure hands out secrets to every machine of that cloud.
    '168.63.129.16',
    // IPv4 inside IPv6: 6to4, Teredo and NAT64 lead to the IPv4 address that they embed.
    '2002::/16',
    '2001::/32',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
  ].join(),
);

/**
 * The IPv6 space that IANA allocates. The library also calls the rest unicast, including IPv4-compatible ::127.0.0.1.
 */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Returns whether an IP address (text from a resolver or a socket, without brackets) is public unicast and not denied.
 * Private, loopback, link-local, carrier-grade, mapped, translated and reserved ranges are not: each may lead to the
 * internal network.
 */
export function isPublicAddress(address: string, deniedRanges: readonly AddressRange[] = []): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if ([...deniedEverywhere, ...deniedRanges].some((range) => isInRange(parsed, range))) return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}

/**
 * Returns whether a connection to an address and port is allowed: a public address, or loopback at a port that is open
 * for tests.
 */
export function mayReach(address: string, port: number, rules: PhotoUrlRules): boolean {
  if (!rules.loopbackPorts.includes(port)) return isPublicAddress(address, rules.deniedRanges);
  return isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';
}
