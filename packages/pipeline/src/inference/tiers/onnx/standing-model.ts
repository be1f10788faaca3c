import type { Frame } from '../../../images/frame.ts';
import { TierFault } from '../../tier.ts';
import { createGalleryBook, type GalleryBook } from './embedder/gallery-book.ts';
import { createHostPool, type HostPool } from './host/host-pool.ts';
import { type ModelFiles, readModelFiles, signatureOf } from './model-files.ts';
import type { OnnxSettings } from './onnx-settings.ts';

/** A model as its files lie on the disk, with the processes that run it. */
export interface StandingModel {
  files: ModelFiles;
  pool: HostPool;
  galleries: GalleryBook;
}

export interface ModelShelf {
  /** The model to use now. Rejects with a TierFault that says what is missing. */
  current(): Promise<StandingModel>;
  /** What the last look found; null without a model. */
  files(): ModelFiles | null;
  pids(): number[];
  stop(): Promise<void>;
}

/** How often the disk is looked at: a model that is put in place later, or replaced, is found without a restart. */
const lookEveryMs = 30_000;

type Look = { signature: string; lookedAt: number } & (
  | { model: StandingModel; fault: null }
  | { model: null; fault: TierFault }
);

/** Keeps an eye on a model's files. `now` gives monotonic milliseconds. */
export function openModelShelf(settings: OnnxSettings, now: () => number): ModelShelf {
  let last: Look | null = null;
  let looking: Promise<Look> | null = null;
  const retired = new Set<HostPool>();

  async function look(): Promise<Look> {
    const signature = await signatureOf(settings);
    const lookedAt = now();
    const isGood = last?.model != null && last.model.pool.refusal() === null;
    if (last && isGood && signature === last.signature) return { ...last, lookedAt };
    if (last?.model) {
      // Photos in hand are finished by the model they were given to.
      last.model.pool.retire();
      retired.add(last.model.pool);
    }
    try {
      const files = await readModelFiles(settings);
      return { signature, lookedAt, model: stand(files, settings), fault: null };
    } catch (error) {
      if (!(error instanceof TierFault)) throw error;
      return { signature, lookedAt, model: null, fault: error };
    }
  }

  return {
    async current() {
      if (last === null || now() - last.lookedAt >= lookEveryMs) {
        looking ??= look().finally(() => {
          looking = null;
        });
        last = await looking;
      }
      if (last.model) return last.model;
      throw new TierFault(last.fault.kind, last.fault.message);
    },
    files: () => last?.model?.files ?? null,
    pids: () => last?.model?.pool.pids() ?? [],
    async stop() {
      await Promise.all([last?.model?.pool.stop(), ...[...retired].map((pool) => pool.stop())]);
    },
  };
}

function stand(files: ModelFiles, settings: OnnxSettings): StandingModel {
  const classNames = settings.detector.classNames ?? files.classNames ?? undefined;
  const pool = createHostPool({
    detector: files.detector,
    embedder: files.embedder,
    settings: { ...settings, detector: { ...settings.detector, ...(classNames ? { classNames } : {}) } },
  });
  // Serves every photo of the planogram: one that is stopped does not take it along.
  const never = new AbortController().signal;
  const galleries = createGalleryBook(async (frames: readonly Frame[]) => {
    const value = await pool.ask({ kind: 'embed', frames }, never);
    if (!('vectors' in value)) throw new Error('vectors were asked for');
    return value.vectors;
  });
  return { files, pool, galleries };
}
