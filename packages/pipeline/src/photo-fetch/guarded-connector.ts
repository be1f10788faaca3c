import type { LookupAddress } from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';
import { buildConnector } from 'undici';
import { findForbiddenAnswer, isAllowedHostLiteral, isAllowedPeer } from './allowed-address.ts';
import { refused } from './check-photo-url.ts';
import type { PhotoUrlRules } from './photo-url-rules.ts';

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/**
 * Creates a connector to addresses that the rules allow. Checks a literal address, every address of a resolved name,
 * and the connected peer. A name with one forbidden address among allowed ones is rejected, because the next resolution
 * may return the forbidden one. No byte is sent, not even of TLS, before the peer is known.
 */
export function guardedConnector(options: {
  resolve: Resolve;
  rules: PhotoUrlRules;
  connectTimeoutMs: number;
  /** Ends a connection attempt, which aborting the request does not. */
  signal: AbortSignal;
}): buildConnector.connector {
  const { rules, signal } = options;
  const common = { timeout: options.connectTimeoutMs, allowH2: false, signal };
  const secure = buildConnector(common);

  return (target, done) => {
    const { hostname, protocol } = target;
    const port = Number(target.port || (protocol === 'https:' ? 443 : 80));
    // Sockets do not resolve a literal address, so it never reaches `lookup`.
    const host = hostname.replace(/^\[|\]$/g, '');
    if (!isAllowedHostLiteral(host, port, rules)) {
      done(refused(`${host} is not a public address`), null);
      return;
    }
    const connect = buildConnector({ ...common, lookup: guardedLookup(options.resolve, port, rules) });
    connect({ hostname: host, protocol: 'http:', port: String(port) }, (error, plain) => {
      if (error) {
        done(error, null);
        return;
      }
      const socket = plain as Socket;
      if (!isAllowedPeer(socket.remoteAddress, port, rules)) {
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
  (resolve: Resolve, port: number, rules: PhotoUrlRules): LookupFunction =>
  (hostname, { all }, done) => {
    resolve(hostname).then(
      (found) => {
        const bad = findForbiddenAnswer(found, port, rules);
        const [first] = found;
        if (bad) done(refused(`${hostname} resolves to ${bad.address}, which is not public`), '', 0);
        else if (!first) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
        else if (all) done(null, found);
        else done(null, first.address, first.family);
      },
      (error) => done(error, '', 0),
    );
  };
