import { PhotoUnreachable } from './photo-unreachable.ts';

/** Wrong, expired or self-signed certificates do not become valid within minutes. */
const certificateTrouble = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_SSL_)/;

/** Converts an error of undici, the resolver or the socket to PhotoUnreachable, the only error that leaves this folder. */
export function toUnreachable(error: unknown): PhotoUnreachable {
  const found = rootOf(error);
  if (found instanceof PhotoUnreachable) return found;
  const { code, name, message } = found as NodeJS.ErrnoException;
  return new PhotoUnreachable(`${code ?? name}: ${message}`, {
    retry: !certificateTrouble.test(code ?? ''),
    cause: error,
  });
}

/** Returns the root error: attempts at several addresses give an AggregateError, and wrappers hold the cause. */
function rootOf(error: unknown): unknown {
  if (error instanceof PhotoUnreachable) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0]);
  if (error instanceof Error && error.cause instanceof Error) return rootOf(error.cause);
  return error;
}
