import type { Planogram } from '../../../planogram/model.ts';
import { configHashOf } from '../../config-hash.ts';
import { readClasses, settledClasses } from '../../detector/class-reading.ts';
import { foundRealogram } from '../../detector/found-realogram.ts';
import type { Detection } from '../../realogram.ts';
import { type Tier, TierFault, type TierInput } from '../../tier.ts';
import type { Gallery, Match } from './embedder/gallery.ts';
import { modelIdOf } from './model-files.ts';
import { type OnnxConfig, type OnnxSettings, onnxSettingsSchema } from './onnx-settings.ts';
import { openModelShelf, type StandingModel } from './standing-model.ts';

export interface OnnxTier extends Tier {
  /** Processes that run the model now. */
  hostPids(): number[];
  stop(): Promise<void>;
}

export interface OnnxOptions {
  /** Monotonic milliseconds; decides when the model's files are looked at again. */
  now?(): number;
}

/**
 * Tier 2: a detector in ONNX (see docs/models.md), run by ONNX Runtime in processes of its own, with an optional second
 * model that tells products apart by their reference images. Without a usable model it rejects with NOT_READY or
 * CONFIGURATION and looks for one again after 30 s.
 * @throws ZodError when the configuration does not fit.
 */
export async function createOnnxTier(config: OnnxConfig, options: OnnxOptions = {}): Promise<OnnxTier> {
  const settings = onnxSettingsSchema.parse(config);
  const shelf = openModelShelf(settings, options.now ?? (() => performance.now()));
  // What it is called depends on the file: known from the start where there is one.
  await shelf.current().catch(() => undefined);

  return {
    tier: 2,
    provider: 'onnx',
    get model() {
      const files = shelf.files();
      return { id: modelIdOf(files), configHash: hashOf(settings, files) };
    },
    async detect({ frame, planogram, references }, signal) {
      if (signal.aborted) throw new TierFault('ABORTED', 'aborted before the model was asked');
      const model = await shelf.current();
      const { pool } = model;
      const facts = await pool.facts(signal);
      const reading = readClasses(facts, settings.detector);
      const gallery = await galleryFor(model, planogram, references, signal);
      const settled = settledClasses(facts.classNames.length, reading, planogram);
      const found = await pool.ask({ kind: 'detect', frame, gallery, settled }, signal);
      if (!('boxes' in found)) throw new Error('boxes were asked for');
      const realogram = foundRealogram(found, reading, planogram);
      const detections = realogram.detections.map((detection, i) =>
        withMatch(detection, found.matches[i] ?? null),
      );
      return { ...realogram, detections };
    },
    hostPids: () => shelf.pids(),
    stop: () => shelf.stop(),
  };
}

/** Null when crops are not told apart. */
async function galleryFor(
  { files, galleries }: StandingModel,
  planogram: Planogram,
  references: TierInput['references'],
  signal: AbortSignal,
): Promise<Gallery | null> {
  if (!files.embedder) return null;
  const { promise: gone, reject } = Promise.withResolvers<never>();
  const leave = () => reject(new TierFault('ABORTED', 'aborted while the reference images were looked at'));
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([galleries.galleryOf(planogram, references), gone]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** The detector said that something stands there, the match says what. */
function withMatch(detection: Detection, match: Match | null): Detection {
  if (match === null || detection.kind === 'gap' || detection.identified) return detection;
  const { productId, identified, similarity, candidates } = match;
  const confidence = productId === null ? detection.confidence : similarity;
  return { ...detection, productId, identified, confidence, candidates };
}

function hashOf(settings: OnnxSettings, files: StandingModel['files'] | null): string {
  const { detector, embedder } = settings;
  return configHashOf({
    detector,
    embedder: embedder && { ...embedder, path: null },
    classNames: files?.classNames ?? null,
    model: files?.detector.sha256 ?? null,
    embedderModel: files?.embedder?.sha256 ?? null,
  });
}
