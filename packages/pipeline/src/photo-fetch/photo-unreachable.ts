/**
 * A photo could not be fetched from its address. The message is the same for every cause, since whoever named the
 * address would learn from it what lies behind our walls; `detail` is for our own log.
 */
export class PhotoUnreachable extends Error {
  override readonly name = 'PhotoUnreachable';
  /** Whether the same address may well answer later. */
  readonly retry: boolean;
  readonly detail: string;
  /** The server asked not to be asked again before so many seconds have passed; null when it did not. */
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
