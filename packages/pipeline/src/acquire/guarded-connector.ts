import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction, Socket } from 'node:net';
import { buildConnector } from 'undici';
import { refused } from './check-photo-url.ts';
import { isPublicAddress } from './public-address.ts';

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/**
 * Connects to public addresses only: a literal, every address a name resolves to, and the peer that is reached in the
 * end are checked. A name with one bad address among good ones is refused, for the next answer may be the bad one.
 */
export function guardedConnector(options: {
  resolve: Resolve;
  allowLoopback: boolean;
  connectTimeoutMs: number;
  /** Ends a connection that is still being made, which aborting the request does not. */
  signal: AbortSignal;
}): buildConnector.connector {
  const { resolve, allowLoopback } = options;
  const mayReach = (address: string) => isPublicAddress(address, { allowLoopback });

  const lookup: LookupFunction = (hostname, { all }, done) => {
    resolve(hostname).then(
      (found) => {
        const bad = found.find(({ address }) => !mayReach(address));
        const [first] = found;
        if (bad) done(refused(`${hostname} resolves to ${bad.address}, which is not public`), '', 0);
        else if (!first) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
        else if (all) done(null, found);
        else done(null, first.address, first.family);
      },
      (error) => done(error, '', 0),
    );
  };

  const connect = buildConnector({
    lookup,
    timeout: options.connectTimeoutMs,
    allowH2: false,
    signal: options.signal,
  });
  return (target, done) => {
    // Sockets do not look up a literal, so it never passes `lookup`.
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !mayReach(host)) {
      done(refused(`${host} is not a public address`), null);
      return;
    }
    connect(target, (error, socket) => {
      if (error) {
        done(error, null);
      } else if (socket instanceof Socket && mayReach(socket.remoteAddress ?? '')) {
        done(null, socket);
      } else {
        socket?.destroy();
        done(refused(`the connection reached ${socket?.remoteAddress}, which is not public`), null);
      }
    });
  };
}
