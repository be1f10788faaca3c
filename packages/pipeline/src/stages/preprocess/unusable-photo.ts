import type { DeadLetterReason, MessageParams } from '@gondola/db';
import { PhotoRefused } from '../../images/photo-refused.ts';
import { PhotoUnreachable } from '../../photo-fetch/photo-unreachable.ts';

/** A photo that cannot be used: a result, unlike a fault. */
export interface UnusablePhoto {
  refused: DeadLetterReason;
  /** For the log. */
  message: string;
  /** Values for the message for people. */
  params: MessageParams;
  /** Whether a retry may succeed. */
  retry: boolean;
  /** For the log. */
  cause?: unknown;
}

/**
 * Returns a rejected fetch or decode as a result when the address or the bytes caused it. All other errors stay thrown
 * and reach the runner.
 */
export async function orUnusablePhoto<T>(photo: Promise<T>): Promise<T | UnusablePhoto> {
  try {
    return await photo;
  } catch (error) {
    if (error instanceof PhotoRefused) {
      const { reason, message, params } = error;
      return { refused: reason, message, params, retry: false };
    }
    if (error instanceof PhotoUnreachable)
      return {
        refused: 'PHOTO_UNREACHABLE',
        message: error.message,
        params: {},
        retry: error.retry,
        cause: error,
      };
    throw error;
  }
}

export const isUnusablePhoto = (answer: object): answer is UnusablePhoto => 'refused' in answer;
