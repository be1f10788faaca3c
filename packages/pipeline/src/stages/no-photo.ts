import type { DeadLetterReason } from '@gondola/db';
import { PhotoUnreachable } from '../acquire/photo-unreachable.ts';
import { PhotoRefused } from '../images/photo-refused.ts';

/** There is no photo to work with: an answer, unlike a fault. */
export interface NoPhoto {
  refused: DeadLetterReason;
  message: string;
  /** Whether the same attempt may well succeed later. */
  retry: boolean;
  /** For our own log. */
  cause?: unknown;
}

/**
 * What fetching and decoding reject with when the address or the bytes are to blame, as an answer. Everything else stays
 * thrown and is the runner's.
 */
export async function orNoPhoto<T>(photo: Promise<T>): Promise<T | NoPhoto> {
  try {
    return await photo;
  } catch (error) {
    if (error instanceof PhotoRefused) return { refused: error.reason, message: error.message, retry: false };
    if (error instanceof PhotoUnreachable)
      return { refused: 'PHOTO_UNREACHABLE', message: error.message, retry: error.retry, cause: error };
    throw error;
  }
}

export const isNoPhoto = (answer: object): answer is NoPhoto => 'refused' in answer;
