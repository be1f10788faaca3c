/**
 * Thrown when a photo could not be fetched. The message is the same for every cause, because a detailed one would
 * reveal the internal network to the sender of the address. `detail` is for the log.
 */
export class PhotoUnreachable extends Error {
  override readonly name = 'PhotoUnreachable';
  /** Whether a retry may succeed. */
  readonly retry: boolean;
  readonly detail: string;
  /** The server's Retry-After in seconds; null without one. */
  readonly retryAfterSeconds: number | null;
  constructor(
    detail: string,
    options: { retry: boolean; retryAfterSeconds?: number | null; cause?: unknown },
  ) {
    super('The photo could not be fetched from its address', { cause: options.cause });
    this.retry = options.retry;
    this.detail = detail;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
