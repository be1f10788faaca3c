import { availableParallelism } from 'node:os';
import { maxInferenceLongSidePx } from '../../inference/inference-size.ts';
import type { Frame } from '../frame.ts';
import type { PhotoReading } from '../read-photo.ts';
import { keepFrames } from './kept-frames.ts';
import { errorOf, type PhotoAnswer, type PhotoTask } from './photo-work.ts';
import { type Answered, type ProcessPoolOptions, startProcessPool } from './process-pool.ts';

/**
 * The same work as in this process, done in processes that may die. All reject as decodeStored does; and with the
 * signal's reason once it is aborted, which ends the process at work.
 */
export interface IsolatedPhotos {
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<PhotoReading>;
  inferenceFrame(bytes: Uint8Array, maxLongSidePx: number, signal?: AbortSignal): Promise<Frame>;
  /** The frame of a photo that was read here not long ago, without another decode. It is shared: nobody writes into it. */
  keptInferenceFrame(sha256: string, maxLongSidePx: number): Frame | null;
  referenceImage(bytes: Uint8Array, signal?: AbortSignal): Promise<Frame>;
  /** Ends all processes; what they were working on rejects with a Fault that may be retried. */
  stop(): Promise<void>;
}

/** A few captures lie between a photo's preprocessing and its inference on one worker; each frame has 6 to 8 MB. */
const maxKeptFrames = 6;

const defaults: Omit<ProcessPoolOptions, 'processes'> = {
  /** The decoder gives up by itself after 5 s; what takes longer hangs inside one of its calls. */
  timeoutMs: 15_000,
  maxPhotosPerProcess: 500,
  /** A 12 MP photo leaves 200 MB behind, 50 MP and its copies about twice as much. */
  maxRssBytes: 400_000_000,
};

export function createIsolatedPhotos(options: Partial<ProcessPoolOptions> = {}): IsolatedPhotos {
  const pool = startProcessPool({ processes: availableParallelism(), ...defaults, ...options });
  const kept = keepFrames(maxKeptFrames);

  const frameBy = (task: PhotoTask, bytes: Uint8Array, signal?: AbortSignal): Promise<Frame> =>
    pool.work(
      task,
      bytes,
      ({ answer, from }) => {
        const { parcel, ...size } = answeredBy(answer, 'frame').value;
        return { ...size, data: from.take(parcel) };
      },
      signal,
    );

  return {
    read: (bytes, signal) =>
      pool.work(
        { kind: 'read', maxInferenceLongSidePx },
        bytes,
        (answered) => {
          const { sha256, reading, inferenceFrame } = takeReading(answered);
          kept.keep(sha256, maxInferenceLongSidePx, inferenceFrame);
          return reading;
        },
        signal,
      ),
    inferenceFrame: (bytes, maxLongSidePx, signal) =>
      frameBy({ kind: 'inferenceFrame', maxLongSidePx }, bytes, signal),
    keptInferenceFrame: kept.get,
    referenceImage: (bytes, signal) => frameBy({ kind: 'referenceImage' }, bytes, signal),
    stop: pool.stop,
  };
}

function takeReading({ answer, from }: Answered) {
  const { sha256, reading, display, thumbnail, inferenceFrame } = answeredBy(answer, 'read').value;
  const picture = ({ parcel, ...rest }: typeof display) => ({ ...rest, bytes: from.take(parcel) });
  const { parcel, ...size } = inferenceFrame;
  return {
    sha256,
    reading: { ...reading, display: picture(display), thumbnail: picture(thumbnail) },
    inferenceFrame: { ...size, data: from.take(parcel) },
  };
}

function answeredBy<Outcome extends 'read' | 'frame'>(
  answer: PhotoAnswer,
  outcome: Outcome,
): Extract<PhotoAnswer, { outcome: Outcome }> {
  if (answer.outcome === 'refused' || answer.outcome === 'fault') throw errorOf(answer);
  if (answer.outcome !== outcome) throw new Error(`asked for ${outcome}, got ${answer.outcome}`);
  return answer as Extract<PhotoAnswer, { outcome: Outcome }>;
}
