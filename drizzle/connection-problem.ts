import pg from 'pg';

/** Returns why no connection to DATABASE_URL could be opened, and what to do. */
export function connectionProblem(url: string, error: unknown): string {
  const place = placeOf(url);
  const advice =
    codesOf(error)
      .map((code) => advices[code])
      .find(Boolean) ?? adviceByMessage(error);
  return `The database of DATABASE_URL (${place}) cannot be reached.${advice ? ` ${advice}` : ''}`;
}

/** Codes of Node's sockets and TLS, and of PostgreSQL (appendix A of its manual). */
const advices: Record<string, string> = {
  ECONNREFUSED: 'Nothing listens there: start Postgres, or correct host and port.',
  ENOENT: 'There is no socket in that folder: start Postgres, or correct the folder.',
  ENOTFOUND: 'No machine is known by that name: correct the host.',
  EAI_AGAIN: 'The name of the host could not be looked up: check the network, or write its address.',
  ETIMEDOUT: 'The host does not answer: check host, port and firewall.',
  EHOSTUNREACH: 'No route leads to the host: check host and network.',
  ENETUNREACH: 'No route leads to the host: check host and network.',
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned(),
  SELF_SIGNED_CERT_IN_CHAIN: selfSigned(),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: selfSigned(),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: selfSigned(),
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The certificate of the server is for another host name: write that name in the URL.',
  CERT_HAS_EXPIRED: 'The certificate of the server has expired: renew it.',
  '28P01': 'Its user or password is wrong.',
  '28000': 'The server does not admit this user from here: see pg_hba.conf, or add ?sslmode=require.',
  '3D000': 'The server has no database of this name: create it, or correct the name.',
  '53300': 'All connections of the server are in use: raise max_connections.',
  '57P03': 'The server is starting or stopping: try again.',
};

function selfSigned(): string {
  return 'The certificate of the server is not signed by an authority that this machine knows: add ?sslrootcert=FILE with its own authority, or ?sslmode=no-verify to trust any.';
}

function adviceByMessage(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('does not support SSL')) return 'The server takes no TLS: leave sslmode out.';
  if (/SASL|client password must be a string/.test(message))
    return 'The URL has no password, and the server asks for one.';
  return undefined;
}

/** Returns the codes of an error and of its causes; a host with several addresses fails with one error each. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { code } = error as { code?: unknown };
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [...(typeof code === 'string' ? [code] : []), ...inner.flatMap(codesOf)];
}

function placeOf(url: string): string {
  try {
    const { host, port, database } = new pg.Client({ connectionString: url });
    return `database ${database ?? '?'} at ${host}${host.startsWith('/') ? '' : `:${port}`}`;
  } catch {
    return 'not a URL';
  }
}
