/**
 * Something broke that is not the capture's doing. `retry: true` says that the same work may well succeed later
 * (network, disk, memory); the runner gives it back to the queue and does not count it against the capture.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  readonly retry: boolean;
  constructor(code: string, message: string, options: { retry: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retry = options.retry;
  }
}
