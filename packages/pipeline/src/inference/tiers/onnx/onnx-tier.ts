import type { Planogram } from '../../../planogram/model.ts';
import type { Detection } from '../../../realogram.ts';
import { configHashOf } from '../../config-hash.ts';
import { readClasses, settledClasses } from '../../detector/class-reading.ts';
import { detectionsToRealogram } from '../../detector/detections-to-realogram.ts';
import { type Tier, TierFault, type TierInput } from '../../tier.ts';
import type { CropMatch, Gallery } from './embedder/gallery.ts';
import { modelIdOf } from './model-files.ts';
import { type LoadedModel, openModelLoader } from './model-loader.ts';
import { type OnnxConfig, type OnnxSettings, onnxSettingsSchema } from './onnx-settings.ts';

export interface OnnxTier extends Tier {
  /** Processes that run the model now. */
  hostPids(): number[];
  stop(): Promise<void>;
}

export interface OnnxOptions {
  /** Monotonic milliseconds; decides when the model's files are checked again. */
  now?(): number;
}

/**
 * Creates tier 2: a detector in ONNX (see docs/models.md), run by ONNX Runtime in processes of its own. An optional second
 * model identifies products by their reference images. Without a usable model the tier rejects with NOT_READY or
 * CONFIGURATION and checks for one again after 30 s.
 * @throws ZodError when the configuration does not fit.
 */
export async function createOnnxTier(config: OnnxConfig, options: OnnxOptions = {}): Promise<OnnxTier> {
  const settings = onnxSettingsSchema.parse(config);
  const loader = openModelLoader(settings, options.now ?? (() => performance.now()));
  // The model's id depends on the file: load it now, so that the id is known from the start.
  await loader.current().catch(() => undefined);

  return {
    tier: 2,
    provider: 'onnx',
    get model() {
      const files = loader.files();
      return { id: modelIdOf(files), configHash: hashOf(settings, files) };
    },
    async detect({ frame, planogram, references }, signal) {
      if (signal.aborted) throw new TierFault('ABORTED', 'aborted before the model was asked');
      const model = await loader.current();
      const { pool } = model;
      const facts = await pool.facts(signal);
      const reading = readClasses(facts, settings.detector);
      const gallery = await galleryFor(model, planogram, references, signal);
      const settled = settledClasses(facts.classNames.length, reading, planogram);
      const found = await pool.ask({ kind: 'detect', frame, gallery, settled }, signal);
      if (!('boxes' in found)) throw new Error('invariant: the host returned no boxes');
      const realogram = detectionsToRealogram(found, reading, planogram);
      const detections = realogram.detections.map((detection, i) =>
        withMatch(detection, found.matches[i] ?? null),
      );
      return { ...realogram, detections };
    },
    hostPids: () => loader.pids(),
    stop: () => loader.stop(),
  };
}

/** Returns the gallery of the planogram; null when crops are not identified. */
async function galleryFor(
  { files, galleries }: LoadedModel,
  planogram: Planogram,
  references: TierInput['references'],
  signal: AbortSignal,
): Promise<Gallery | null> {
  if (!files.embedder) return null;
  const { promise: gone, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(new TierFault('ABORTED', 'aborted while the reference images were embedded'));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([galleries.galleryOf(planogram, references), gone]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Adds the product of the match to a detection without identity. */
function withMatch(detection: Detection, match: CropMatch | null): Detection {
  if (match === null || detection.kind === 'gap' || detection.identified) return detection;
  const { productId, identified, similarity, candidates } = match;
  const confidence = productId === null ? detection.confidence : similarity;
  return { ...detection, productId, identified, confidence, candidates };
}

function hashOf(settings: OnnxSettings, files: LoadedModel['files'] | null): string {
  const { detector, embedder } = settings;
  return configHashOf({
    detector,
    embedder: embedder && { ...embedder, path: null },
    classNames: files?.classNames ?? null,
    model: files?.detector.sha256 ?? null,
    embedderModel: files?.embedder?.sha256 ?? null,
  });
}
