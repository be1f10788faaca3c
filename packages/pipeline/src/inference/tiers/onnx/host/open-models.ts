import type { Frame } from '../../../../images/frame.ts';
import type { Window } from '../../../detector/fit.ts';
import { type DetectorFacts, type FoundBox, openDetector } from '../../../detector/open-detector.ts';
import { type Gallery, matchCrop } from '../embedder/gallery.ts';
import { type Embedder, openEmbedder } from '../embedder/open-embedder.ts';
import { openOrtModel } from '../ort-model.ts';
import { type DetectValue, type EmbedValue, type OpenModel, touch } from './messages.ts';

/** The models of one host. */
export interface Models {
  facts: DetectorFacts;
  /** `content` comes with the first photo of a gallery. */
  detect(
    frame: Frame,
    gallery: { id: number; content: Gallery | null } | null,
    settled: readonly number[],
  ): Promise<DetectValue>;
  embed(frames: readonly Frame[]): Promise<EmbedValue>;
}

/** @throws TierFault CONFIGURATION when a model or its settings do not fit. */
export async function openModels({ detector: file, embedder: second, settings }: OpenModel): Promise<Models> {
  const model = await openOrtModel(file.path, file.notes, settings.threadsPerHost);
  const { detect, layout, classNames, isNamed, inputSize } = await openDetector(
    model.description,
    settings.detector,
    model.run,
  );
  let embedder: Embedder | null = null;
  if (second && settings.embedder) {
    const { description, run } = await openOrtModel(second.path, second.notes, settings.threadsPerHost);
    embedder = openEmbedder(description, settings.embedder, run);
  }
  const cached = new Map<number, Gallery>();

  const matchesOf = async (
    frame: Frame,
    boxes: readonly FoundBox[],
    gallery: Gallery,
    settled: ReadonlySet<number>,
  ): Promise<DetectValue['matches']> => {
    const open = boxes.filter(({ classIndex }) => !settled.has(classIndex));
    const crops = open.map((box) => ({ frame, window: windowOf(box, frame) }));
    const vectors = (await embedder?.embed(crops)) ?? [];
    const rules = settings.embedder;
    const matches = new Map(
      open.map((box, i) => {
        const vector = vectors[i];
        return [box, vector && rules ? matchCrop(vector, gallery, rules) : null];
      }),
    );
    return boxes.map((box) => matches.get(box) ?? null);
  };

  return {
    facts: { layout, classNames, isNamed, inputSize },
    async detect(frame, sent, settled) {
      const gallery = sent && (sent.content ?? cached.get(sent.id) ?? null);
      if (sent && gallery) touch(cached, sent.id, gallery);
      const { boxes, isFull } = await detect(frame);
      const matches = gallery ? await matchesOf(frame, boxes, gallery, new Set(settled)) : [];
      return { boxes, isFull, matches };
    },
    async embed(frames) {
      const crops = frames.map((frame) => ({
        frame,
        window: { x: 0, y: 0, width: frame.width, height: frame.height },
      }));
      return { vectors: (await embedder?.embed(crops)) ?? [] };
    },
  };
}

/** The whole pixels that a box touches. */
function windowOf({ left, top, right, bottom }: FoundBox, { width, height }: Frame): Window {
  const x = Math.min(width - 1, Math.floor(left * width));
  const y = Math.min(height - 1, Math.floor(top * height));
  return {
    x,
    y,
    width: Math.max(1, Math.min(width, Math.ceil(right * width)) - x),
    height: Math.max(1, Math.min(height, Math.ceil(bottom * height)) - y),
  };
}
