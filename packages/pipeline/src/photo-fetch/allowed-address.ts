import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { PhotoUrlRules } from './photo-url-rules.ts';
import { mayReach } from './public-address.ts';

/**
 * Three checks of the target of a connection: the host as written, the resolved addresses of its name, and the
 * connected peer. Each check works without the others.
 */

/** Returns true for a name, and for an address that the rules allow. `host` has no brackets. */
export const isAllowedHostLiteral = (host: string, port: number, rules: PhotoUrlRules): boolean =>
  isIP(host) === 0 || mayReach(host, port, rules);

/** Returns the first resolved address that the rules forbid. */
export const findForbiddenAnswer = (
  answers: readonly LookupAddress[],
  port: number,
  rules: PhotoUrlRules,
): LookupAddress | undefined => answers.find(({ address }) => !mayReach(address, port, rules));

/** Returns true when the rules allow the address of the connected peer; false without an address. */
export const isAllowedPeer = (address: string | undefined, port: number, rules: PhotoUrlRules): boolean =>
  mayReach(address ?? '', port, rules);
