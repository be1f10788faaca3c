import { Fault } from '../../fault.ts';
import type { Frame } from '../frame.ts';
import { type PhotoRefusal, PhotoRefused } from '../photo-refused.ts';
import type { PhotoReading } from '../read-photo.ts';

/** What a decoding process can be asked to do with the bytes of one photo. */
export interface PhotoWork {
  read: { ask: null; answer: PhotoReading };
  inferenceFrame: { ask: { maxLongSidePx: number }; answer: Frame };
  referenceImage: { ask: null; answer: Frame };
}

export type PhotoRequest = {
  [Kind in keyof PhotoWork]: { kind: Kind; ask: PhotoWork[Kind]['ask']; bytes: Uint8Array };
}[keyof PhotoWork];

export type PhotoAnswer =
  | { outcome: 'done'; value: PhotoWork[keyof PhotoWork]['answer'] }
  | { outcome: 'refused'; reason: PhotoRefusal; message: string }
  | { outcome: 'fault'; code: string; message: string; retry: boolean };

/** Errors lose their class between processes: told here, made again by `errorOf`. */
export function answerOf(error: unknown): PhotoAnswer {
  if (error instanceof PhotoRefused) {
    return { outcome: 'refused', reason: error.reason, message: error.message };
  }
  if (error instanceof Fault) {
    return { outcome: 'fault', code: error.code, message: error.message, retry: error.retry };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: 'fault', code: 'DECODER_FAILED', message, retry: false };
}

export function errorOf(answer: Exclude<PhotoAnswer, { outcome: 'done' }>): PhotoRefused | Fault {
  return answer.outcome === 'refused'
    ? new PhotoRefused(answer.reason, answer.message)
    : new Fault(answer.code, answer.message, { retry: answer.retry });
}
