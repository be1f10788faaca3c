import type { MessageParams } from '@gondola/db';
import { Fault } from '../../fault.ts';
import { readComplaint } from '../decode/decoder-complaint.ts';
import type { Derivative } from '../derivatives.ts';
import type { Frame } from '../frame.ts';
import type { PhotoReading } from '../photo-reading.ts';
import { type PhotoRefusal, PhotoRefused } from '../photo-refused.ts';
import type { Parcel } from './transfer-file.ts';

/** Tasks of a decoding process for the bytes of one photo. */
export type PhotoTask =
  | { kind: 'read'; maxInferenceLongSidePx: number }
  | { kind: 'inferenceFrame'; maxLongSidePx: number }
  | { kind: 'referenceImage' };

/** A frame or image without its bytes, which are sent separately. */
type Packed<T extends { data: Uint8Array } | { bytes: Uint8Array }> = Omit<T, 'data' | 'bytes'> & {
  parcel: Parcel;
};

export interface PhotoRequest {
  id: number;
  task: PhotoTask;
  photo: Parcel;
}

export interface TransferredReading {
  /** Hash of the decoded bytes. */
  sha256: string;
  reading: Omit<PhotoReading, 'display' | 'thumbnail'>;
  display: Packed<Derivative>;
  thumbnail: Packed<Derivative>;
  inferenceFrame: Packed<Frame>;
}

export type TransferredFrame = Packed<Frame>;

export type PhotoOutcome =
  | { outcome: 'read'; value: TransferredReading }
  | { outcome: 'frame'; value: TransferredFrame }
  | PhotoFailure;

export type PhotoFailure =
  | { outcome: 'refused'; reason: PhotoRefusal; message: string; params: MessageParams }
  | { outcome: 'fault'; code: string; message: string; retry: boolean };

export type PhotoAnswer = PhotoOutcome & {
  id: number;
  /** Memory of the process after the work: the pool replaces a process that has grown. */
  rssBytes: number;
};

/** Converts an error for sending, as errors lose their class between processes; `errorOf` restores it. */
export function failureOf(error: unknown): PhotoFailure {
  if (error instanceof PhotoRefused)
    return { outcome: 'refused', reason: error.reason, message: error.message, params: error.params };
  if (error instanceof Fault)
    return { outcome: 'fault', code: error.code, message: error.message, retry: error.retry };
  // An error of this code or of the machine is no evidence against the photo.
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: 'fault', code: 'DECODER_FAILED', message, retry: isTransient(error) };
}

/** Returns whether a retry may help: a lack of resources is transient (a failed allocation is a RangeError), a bug is not. */
const isTransient = (error: unknown): boolean =>
  error instanceof RangeError || readComplaint(error) === 'TRANSIENT';

export function errorOf(answer: PhotoFailure): PhotoRefused | Fault {
  return answer.outcome === 'refused'
    ? new PhotoRefused(answer.reason, answer.message, { params: answer.params })
    : new Fault(answer.code, answer.message, { retry: answer.retry });
}
