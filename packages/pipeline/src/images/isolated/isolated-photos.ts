import { availableParallelism } from 'node:os';
import type { Frame } from '../frame.ts';
import { maxInferenceLongSidePx } from '../inference-size.ts';
import type { PhotoReading } from '../photo-reading.ts';
import { createFrameCache } from './frame-cache.ts';
import { errorOf, type PhotoAnswer, type PhotoTask } from './photo-work.ts';
import { type Answered, type ProcessPoolOptions, startProcessPool } from './process-pool.ts';

/**
 * Decodes photos in child processes that may crash. All methods reject as `decodeUnrotated` does. An aborted signal
 * ends the busy process, and the method rejects with the reason of the signal.
 */
export interface IsolatedPhotos {
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<PhotoReading>;
  inferenceFrame(bytes: Uint8Array, maxLongSidePx: number, signal?: AbortSignal): Promise<Frame>;
  /** Returns the cached frame of a recently read photo, without another decode. The frame is shared and must not be changed. */
  cachedInferenceFrame(sha256: string, maxLongSidePx: number): Frame | null;
  referenceImage(bytes: Uint8Array, signal?: AbortSignal): Promise<Frame>;
  /** Ends all processes; pending work rejects with a Fault that may be retried. */
  stop(): Promise<void>;
}

/**
 * On one worker, a few captures come between the preprocessing and the inference of a photo; each frame takes 6 to 8
 * MB.
 */
const maxCachedFrames = 6;

const defaults: Omit<ProcessPoolOptions, 'processes'> = {
  /** The decoder stops by itself after 5 s, for the largest photos after 12 s; a longer run hangs inside one of its calls. */
  timeoutMs: 20_000,
  maxPhotosPerProcess: 500,
  /** A photo takes 170 MB at 12 MP, 270 MB at 108 MP, 340 MB at 50 MP coded progressively. */
  maxRssBytes: 400_000_000,
};

export function createIsolatedPhotos(options: Partial<ProcessPoolOptions> = {}): IsolatedPhotos {
  const pool = startProcessPool({ processes: availableParallelism(), ...defaults, ...options });
  const frameCache = createFrameCache(maxCachedFrames);

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
          frameCache.put(sha256, maxInferenceLongSidePx, inferenceFrame);
          return reading;
        },
        signal,
      ),
    inferenceFrame: (bytes, maxLongSidePx, signal) =>
      frameBy({ kind: 'inferenceFrame', maxLongSidePx }, bytes, signal),
    cachedInferenceFrame: frameCache.get,
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
