import ipaddr from 'ipaddr.js';

export type AddressRange = ReturnType<typeof ipaddr.parseCIDR>;

/** Parses addresses and CIDR blocks separated by commas, such as `203.0.113.0/24, 2001:db8::1`. Throws on the first bad one. */
export function parseAddressRanges(text: string): AddressRange[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(parseRange);
}

export const isInRange = (address: ReturnType<typeof ipaddr.parse>, range: AddressRange): boolean =>
  // Comparing an IPv4 address with an IPv6 block throws.
  address.kind() === range[0].kind() && address.match(range);

function parseRange(entry: string): AddressRange {
  // The library also accepts short and octal forms, which would deny other addresses than intended.
  const strict = entry.includes(':') || /^\d+\.\d+\.\d+\.\d+(\/\d+)?$/.test(entry);
  if (strict && ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  if (strict && ipaddr.isValid(entry)) {
    const address = ipaddr.parse(entry);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  }
  throw new Error(`"${entry}" is not an IP address or a CIDR block`);
}
