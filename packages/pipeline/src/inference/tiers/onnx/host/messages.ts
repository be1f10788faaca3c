import type { Frame } from '../../../../images/frame.ts';
import type { Parcel } from '../../../../images/isolated/photo-sheet.ts';
import type { DetectorFacts, FoundBox } from '../../../detector/open-detector.ts';
import type { TierFaultKind } from '../../../tier.ts';
import type { Gallery, Match } from '../embedder/gallery.ts';
import type { ModelFile } from '../model-files.ts';
import type { OnnxSettings } from '../onnx-settings.ts';

/** What a host is started with. */
export interface OpenModel {
  detector: ModelFile;
  embedder: ModelFile | null;
  settings: OnnxSettings;
}

/** A photo to look at, or reference images to turn into vectors. */
export type HostWork =
  | {
      kind: 'detect';
      frame: Frame;
      /** Null when crops are not told apart. */
      gallery: Gallery | null;
      /** Classes whose boxes are not compared with the gallery. */
      settled: readonly number[];
    }
  | { kind: 'embed'; frames: readonly Frame[] };

/** The same on its way: pixels lie on the sheet, a gallery travels once and is named by a number from then on. */
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
  matches: (Match | null)[];
}
/** The same on its way: six numbers a box, as a thousand objects cost the channel milliseconds. */
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

/** The sheet's number in the host, after the three standard streams and the channel. */
export const sheetNumber = 4;

/** Galleries that a host holds: up to a few MB each. Both sides forget the least recently used alike. */
const mostGalleries = 12;

/** Marks a gallery as just used and forgets the one that was not for longest, if there are too many. */
export function touch<V>(held: Map<number, V>, id: number, value: V): void {
  held.delete(id);
  held.set(id, value);
  const [oldest] = held.keys();
  if (held.size > mostGalleries && oldest !== undefined) held.delete(oldest);
}
