import { Fault } from '../../fault.ts';
import { readComplaint } from '../decoder-complaint.ts';
import type { Derivative } from '../derivatives.ts';
import type { Frame } from '../frame.ts';
import { type PhotoRefusal, PhotoRefused } from '../photo-refused.ts';
import type { PhotoReading } from '../read-photo.ts';
import type { Parcel } from './photo-sheet.ts';

/** What a decoding process can be asked to do with the bytes of one photo. */
export type PhotoTask =
  | { kind: 'read'; maxInferenceLongSidePx: number }
  | { kind: 'inferenceFrame'; maxLongSidePx: number }
  | { kind: 'referenceImage' };

/** A frame or picture without its bytes, which travel apart. */
type Packed<T extends { data: Uint8Array } | { bytes: Uint8Array }> = Omit<T, 'data' | 'bytes'> & {
  parcel: Parcel;
};

export interface PhotoRequest {
  id: number;
  task: PhotoTask;
  photo: Parcel;
}

export interface ReadingOnSheet {
  /** Of the bytes that were decoded, whatever name they came by. */
  sha256: string;
  reading: Omit<PhotoReading, 'display' | 'thumbnail'>;
  display: Packed<Derivative>;
  thumbnail: Packed<Derivative>;
  inferenceFrame: Packed<Frame>;
}

export type FrameOnSheet = Packed<Frame>;

export type PhotoOutcome =
  | { outcome: 'read'; value: ReadingOnSheet }
  | { outcome: 'frame'; value: FrameOnSheet }
  | PhotoFailure;

export type PhotoFailure =
  | { outcome: 'refused'; reason: PhotoRefusal; message: string }
  | { outcome: 'fault'; code: string; message: string; retry: boolean };

export type PhotoAnswer = PhotoOutcome & {
  id: number;
  /** Of the process after the work: the pool replaces one that has grown. */
  rssBytes: number;
};

/** Errors lose their class between processes: told here, made again by `errorOf`. */
export function failureOf(error: unknown): PhotoFailure {
  if (error instanceof PhotoRefused)
    return { outcome: 'refused', reason: error.reason, message: error.message };
  if (error instanceof Fault)
    return { outcome: 'fault', code: error.code, message: error.message, retry: error.retry };
  // An error of our own code, or of a machine in trouble. Nothing of it speaks against the photo.
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: 'fault', code: 'DECODER_FAILED', message, retry: isTransient(error) };
}

/** A machine in need passes (a frame that Node cannot allocate is a RangeError); any other error would come again. */
const isTransient = (error: unknown): boolean =>
  error instanceof RangeError || readComplaint(error) === 'TRANSIENT';

export function errorOf(answer: PhotoFailure): PhotoRefused | Fault {
  return answer.outcome === 'refused'
    ? new PhotoRefused(answer.reason, answer.message)
    : new Fault(answer.code, answer.message, { retry: answer.retry });
}
