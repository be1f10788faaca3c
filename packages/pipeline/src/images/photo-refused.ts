import type { DeadLetterReason, MessageParams } from '@gondola/db';

export type PhotoRefusal = Extract<
  DeadLetterReason,
  | 'PHOTO_EMPTY'
  | 'PHOTO_CORRUPT'
  | 'PHOTO_DAMAGED'
  | 'PHOTO_UNSUPPORTED'
  | 'PHOTO_TOO_LARGE'
  | 'PHOTO_TOO_COSTLY'
>;

/**
 * Thrown when the bytes are no usable photo; a retry cannot help. The message is for the log: it contains the text of
 * the decoder.
 */
export class PhotoRefused extends Error {
  override readonly name = 'PhotoRefused';
  readonly reason: PhotoRefusal;
  /** Values for the message for people; the text of the decoder as `detail` when there are no others. */
  readonly params: MessageParams;
  constructor(
    reason: PhotoRefusal,
    message: string,
    options: { cause?: unknown; params?: MessageParams } = {},
  ) {
    super(message, { cause: options.cause });
    this.reason = reason;
    this.params = options.params ?? { detail: message };
  }
}
