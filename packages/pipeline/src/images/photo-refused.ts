import type { DeadLetterReason } from '@gondola/db';

export type PhotoRefusal = Extract<
  DeadLetterReason,
  'PHOTO_EMPTY' | 'PHOTO_CORRUPT' | 'PHOTO_UNSUPPORTED' | 'PHOTO_TOO_LARGE' | 'PHOTO_TOO_COSTLY'
>;

/** The bytes are no photo that can be worked with, however often one tries. The message keeps the decoder's words. */
export class PhotoRefused extends Error {
  override readonly name = 'PhotoRefused';
  readonly reason: PhotoRefusal;
  constructor(reason: PhotoRefusal, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.reason = reason;
  }
}
