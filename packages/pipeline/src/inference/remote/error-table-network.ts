import type { TierFault } from '../tier.ts';
import { type ErrorRow, faultOf, unknownError } from './error-table.ts';

const unreachable: ErrorRow = { kind: 'TRANSIENT', why: 'the provider cannot be reached' };
const cut: ErrorRow = { kind: 'TRANSIENT', why: 'the connection broke off' };
const slow: ErrorRow = { kind: 'TRANSIENT', why: 'the provider did not answer in time' };
const noTrust: ErrorRow = { kind: 'CONFIGURATION', why: 'the certificate of the provider is not trusted' };
const noTls: ErrorRow = { kind: 'CONFIGURATION', why: 'the endpoint does not speak TLS as asked' };

/** By the code of an error of Node (system, OpenSSL, HTTP parser) or undici. */
export const networkRows: Readonly<Record<string, ErrorRow>> = {
  ECONNREFUSED: unreachable,
  EHOSTUNREACH: unreachable,
  EHOSTDOWN: unreachable,
  ENETUNREACH: unreachable,
  ENETDOWN: unreachable,
  EADDRNOTAVAIL: unreachable,
  EMFILE: { kind: 'TRANSIENT', why: 'this process has too many files open' },
  // A failing resolver answers as if the name did not exist; a wrong name differs only in that the error persists.
  ENOTFOUND: { kind: 'TRANSIENT', why: 'the name of the provider does not resolve' },
  EAI_AGAIN: { kind: 'TRANSIENT', why: 'the name of the provider does not resolve' },
  ECONNRESET: cut,
  ECONNABORTED: cut,
  EPIPE: cut,
  ERR_STREAM_PREMATURE_CLOSE: cut,
  UND_ERR_SOCKET: cut,
  UND_ERR_CLOSED: cut,
  UND_ERR_DESTROYED: cut,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: cut,
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: cut,
  ETIMEDOUT: slow,
  ESOCKETTIMEDOUT: slow,
  TimeoutError: slow,
  UND_ERR_CONNECT_TIMEOUT: slow,
  UND_ERR_HEADERS_TIMEOUT: slow,
  UND_ERR_BODY_TIMEOUT: slow,
  UND_ERR_HEADERS_OVERFLOW: { kind: 'TRANSIENT', why: 'the answer is not HTTP' },
  CERT_HAS_EXPIRED: noTrust,
  CERT_NOT_YET_VALID: noTrust,
  CERT_REVOKED: noTrust,
  CERT_UNTRUSTED: noTrust,
  CERT_REJECTED: noTrust,
  CERT_SIGNATURE_FAILURE: noTrust,
  DEPTH_ZERO_SELF_SIGNED_CERT: noTrust,
  SELF_SIGNED_CERT_IN_CHAIN: noTrust,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: noTrust,
  UNABLE_TO_GET_ISSUER_CERT: noTrust,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: noTrust,
  ERR_TLS_CERT_ALTNAME_INVALID: noTrust,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  ERR_SSL_UNSUPPORTED_PROTOCOL: noTls,
  EPROTO: noTls,
  ERR_INVALID_URL: { kind: 'CONFIGURATION', why: 'the address of the provider is not a URL' },
  ERR_INVALID_CHAR: { kind: 'CONFIGURATION', why: 'a header holds what no header may' },
};

/** Returns the row of an error that came before any answer, by its code or the code of its cause. Null when unknown. */
export function networkRowOf(error: unknown, depth = 0): ErrorRow | null {
  // Causes of causes end soon; a circle must not hang a worker.
  if (typeof error !== 'object' || error === null || depth > 5) return null;
  const { code, name, cause, errors } = error as Record<'code' | 'name' | 'cause' | 'errors', unknown>;
  for (const word of [code, name]) {
    const row = typeof word === 'string' && Object.hasOwn(networkRows, word) ? networkRows[word] : undefined;
    if (row) return row;
    // llhttp's complaints about bytes that are not HTTP.
    if (typeof word === 'string' && word.startsWith('HPE_'))
      return { kind: 'TRANSIENT', why: 'the answer is not HTTP' };
  }
  // An AggregateError holds one error per address that was tried.
  const inner = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  for (const each of inner) {
    const row = networkRowOf(each, depth + 1);
    if (row) return row;
  }
  return null;
}

/** Returns the fault of an error thrown by a call; unknown errors are TRANSIENT. */
export function toNetworkFault(error: unknown): TierFault {
  const message = error instanceof Error ? error.message : String(error);
  return faultOf(networkRowOf(error) ?? unknownError, message, { cause: error });
}
