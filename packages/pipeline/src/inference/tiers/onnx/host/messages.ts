import type { Frame } from '../../../../images/frame.ts';
import type { Parcel } from '../../../../images/isolated/transfer-file.ts';
import type { TierFaultKind } from '../../../../tier-fault-kind.ts';
import type { DetectorFacts, FoundBox } from '../../../detector/open-detector.ts';
import type { CropMatch, Gallery } from '../embedder/gallery.ts';
import type { ModelFile } from '../model-files.ts';
import type { OnnxSettings } from '../onnx-settings.ts';

/** Input for the start of a host. */
export interface OpenModel {
  detector: ModelFile;
  embedder: ModelFile | null;
  settings: OnnxSettings;
}

/** A photo to detect products in, or reference images to embed. */
export type HostWork =
  | {
      kind: 'detect';
      frame: Frame;
      /** Null when crops are not identified. */
      gallery: Gallery | null;
      /** Classes whose boxes are not compared with the gallery. */
      settled: readonly number[];
    }
  | { kind: 'embed'; frames: readonly Frame[] };

/** The sent form: pixels lie in the transfer file; a gallery is sent once and referenced by its number afterwards. */
export type HostTask =
  | {
      kind: 'detect';
      frame: SentFrame;
      gallery: { id: number; content: Gallery | null } | null;
      settled: readonly number[];
    }
  | { kind: 'embed'; frames: SentFrame[] };

export interface SentFrame {
  width: number;
  height: number;
  parcel: Parcel;
}

export interface DetectValue {
  boxes: FoundBox[];
  isFull: boolean;
  /** By box; null for one that was not compared. Empty without a gallery. */
  matches: (CropMatch | null)[];
}
/** The sent form: six numbers per box, as a thousand objects cost the channel milliseconds. */
export interface SentDetectValue extends Omit<DetectValue, 'boxes'> {
  boxes: Float64Array;
}
export interface EmbedValue {
  vectors: Float32Array[];
}
export type HostValue = DetectValue | EmbedValue;
export type SentValue = SentDetectValue | EmbedValue;

export interface SentFault {
  kind: TierFaultKind;
  message: string;
}

export type ToHost = { open: OpenModel } | { id: number; task: HostTask };
export type FromHost =
  | { opened: DetectorFacts }
  | { refused: SentFault }
  | { id: number; value: SentValue }
  | { id: number; fault: SentFault };

/** File descriptor of the transfer file in the host, after the three standard streams and the channel. */
export const transferFileDescriptor = 4;

/** Galleries that a host caches: up to a few MB each. Both sides evict the least recently used gallery. */
const maxGalleries = 12;

/** Marks a gallery as just used and evicts the least recently used one when there are too many. */
export function touch<V>(cached: Map<number, V>, id: number, value: V): void {
  cached.delete(id);
  cached.set(id, value);
  const [oldest] = cached.keys();
  if (cached.size > maxGalleries && oldest !== undefined) cached.delete(oldest);
}
