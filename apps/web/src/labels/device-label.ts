/** What tells one device from another. */
interface NamedDevice {
  mac: string | null;
  keys: readonly { name: string }[];
}

/** Returns a device's MAC in pairs of digits or, where its system reports none, the names of its keys. */
export const deviceLabel = ({ mac, keys }: NamedDevice): string =>
  mac === null
    ? `no MAC · ${keys.map(({ name }) => name).join(', ') || 'no key'}`
    : (mac.toUpperCase().match(/../g) ?? [mac]).join(':');
