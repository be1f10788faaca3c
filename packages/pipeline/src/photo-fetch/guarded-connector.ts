import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import { refused } from './check-photo-url.ts';
import type { PhotoUrlRules } from './photo-url-rules.ts';
import { mayReach } from './public-address.ts';

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/**
 * Connects to addresses that the rules allow: a literal, every address a name resolves to, and the peer that is
 * reached in the end are checked. A name with one bad address among good ones is refused, for the next answer may be
 * the bad one. Not a byte is sent, of TLS neither, before the peer is known.
 */
export function guardedConnector(options: {
  resolve: Resolve;
  rules: PhotoUrlRules;
  connectTimeoutMs: number;
  /** Ends a connection that is still being made, which aborting the request does not. */
  signal: AbortSignal;
}): buildConnector.connector {
  const { rules, signal } = options;
  const common = { timeout: options.connectTimeoutMs, allowH2: false, signal };
  const secure = buildConnector(common);

  return (target, done) => {
    const { hostname, protocol } = target;
    const port = Number(target.port || (protocol === 'https:' ? 443 : 80));
    const allowed = (address: string) => mayReach(address, port, rules);
    // Sockets do not look up a literal, so it never passes `lookup`.
    const host = hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !allowed(host)) {
      done(refused(`${host} is not a public address`), null);
      return;
    }
    const connect = buildConnector({ ...common, lookup: guardedLookup(options.resolve, allowed) });
    connect({ hostname: host, protocol: 'http:', port: String(port) }, (error, plain) => {
      if (error) {
        done(error, null);
        return;
      }
      const socket = plain as Socket;
      if (!allowed(socket.remoteAddress ?? '')) {
        socket.destroy();
        done(refused(`the connection reached ${socket.remoteAddress}, which is not public`), null);
      } else if (protocol === 'https:') {
        secure({ ...target, httpSocket: socket }, done);
      } else {
        done(null, socket);
      }
    });
  };
}

const guardedLookup =
  (resolve: Resolve, allowed: (address: string) => boolean): LookupFunction =>
  (hostname, { all }, done) => {
    resolve(hostname).then(
      (found) => {
        const bad = found.find(({ address }) => !allowed(address));
        const [first] = found;
        if (bad) done(refused(`${hostname} resolves to ${bad.address}, which is not public`), '', 0);
        else if (!first) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
        else if (all) done(null, found);
        else done(null, first.address, first.family);
      },
      (error) => done(error, '', 0),
    );
  };
