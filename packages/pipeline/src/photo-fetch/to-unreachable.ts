import { PhotoUnreachable } from './photo-unreachable.ts';

/** Certificates that name someone else, expired or were made at home do not mend within minutes. */
const certificateTrouble = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_SSL_)/;

/** What undici, the resolver and the socket throw, as the one error that leaves this folder. */
export function toUnreachable(error: unknown): PhotoUnreachable {
  const found = rootOf(error);
  if (found instanceof PhotoUnreachable) return found;
  const { code, name, message } = found as NodeJS.ErrnoException;
  return new PhotoUnreachable(`${code ?? name}: ${message}`, {
    retry: !certificateTrouble.test(code ?? ''),
    cause: error,
  });
}

/** Several addresses tried give an AggregateError; wrappers keep what happened as their cause. */
function rootOf(error: unknown): unknown {
  if (error instanceof PhotoUnreachable) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0]);
  if (error instanceof Error && error.cause instanceof Error) return rootOf(error.cause);
  return error;
}
