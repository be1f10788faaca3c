/**
 * An error that the capture did not cause. `retry: true` means that the same work may succeed later (network, disk,
 * memory). The runner then returns the job to the queue and does not count the error against the capture.
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
