/** Addresses that mean "every address of this machine". */
const wildcards = new Set(['0.0.0.0', '::', '[::]']);
const ownMachine = new Set(['127.0.0.1', 'localhost']);

/** Returns the host under which this machine's own processes reach a server that listens on an address, as URLs write it. */
export function hostInUrl(listenHost: string): string {
  if (wildcards.has(listenHost)) return '127.0.0.1';
  return listenHost.includes(':') && !listenHost.startsWith('[') ? `[${listenHost}]` : listenHost;
}

/**
 * Returns the address under which people open the web app, and sign-in takes requests.
 * @param given PUBLIC_URL, such as the address of a proxy in front.
 */
export function webAddress(given: string | undefined, listenHost: string, port: number): string {
  if (given !== undefined) return new URL(given).origin;
  const host = wildcards.has(listenHost) || ownMachine.has(listenHost) ? 'localhost' : hostInUrl(listenHost);
  return `http://${host}:${port}`;
}

/** Returns true if others reach this machine's web app, while sign-in takes requests of this machine only. */
export const isOpenWithoutAddress = (given: string | undefined, listenHost: string): boolean =>
  given === undefined && wildcards.has(listenHost);
