import type { Frame } from '../../../images/frame.ts';
import { TierFault } from '../../tier.ts';
import { createEmbeddingCache, type EmbeddingCache } from './embedder/embedding-cache.ts';
import { createHostPool, type HostPool } from './host/host-pool.ts';
import { type ModelFiles, readModelFiles, signatureOf } from './model-files.ts';
import type { OnnxSettings } from './onnx-settings.ts';

/** A model loaded from its files, with the processes that run it. */
export interface LoadedModel {
  files: ModelFiles;
  pool: HostPool;
  galleries: EmbeddingCache;
}

export interface ModelLoader {
  /** Returns the model to use now. Rejects with a TierFault that names the missing file or setting. */
  current(): Promise<LoadedModel>;
  /** Returns the files found by the last check; null without a model. */
  files(): ModelFiles | null;
  pids(): number[];
  stop(): Promise<void>;
}

/** Interval of the checks of the disk: a model that is added or replaced is found without a restart. */
const checkEveryMs = 30_000;

type Check = { signature: string; checkedAt: number } & (
  | { model: LoadedModel; fault: null }
  | { model: null; fault: TierFault }
);

/** Creates a loader that reloads the model when its files change. `now` returns monotonic milliseconds. */
export function openModelLoader(settings: OnnxSettings, now: () => number): ModelLoader {
  let lastCheck: Check | null = null;
  let checking: Promise<Check> | null = null;
  const retired = new Set<HostPool>();

  async function checkFiles(): Promise<Check> {
    const signature = await signatureOf(settings);
    const checkedAt = now();
    const isGood = lastCheck?.model != null && lastCheck.model.pool.refusal() === null;
    if (lastCheck && isGood && signature === lastCheck.signature) return { ...lastCheck, checkedAt };
    if (lastCheck?.model) {
      // The previous model finishes its pending photos.
      lastCheck.model.pool.retire();
      retired.add(lastCheck.model.pool);
    }
    try {
      const files = await readModelFiles(settings);
      return { signature, checkedAt, model: loadModel(files, settings), fault: null };
    } catch (error) {
      if (!(error instanceof TierFault)) throw error;
      return { signature, checkedAt, model: null, fault: error };
    }
  }

  return {
    async current() {
      if (lastCheck === null || now() - lastCheck.checkedAt >= checkEveryMs) {
        checking ??= checkFiles().finally(() => {
          checking = null;
        });
        lastCheck = await checking;
      }
      if (lastCheck.model) return lastCheck.model;
      throw new TierFault(lastCheck.fault.kind, lastCheck.fault.message);
    },
    files: () => lastCheck?.model?.files ?? null,
    pids: () => lastCheck?.model?.pool.pids() ?? [],
    async stop() {
      await Promise.all([lastCheck?.model?.pool.stop(), ...[...retired].map((pool) => pool.stop())]);
    },
  };
}

function loadModel(files: ModelFiles, settings: OnnxSettings): LoadedModel {
  const classNames = settings.detector.classNames ?? files.classNames ?? undefined;
  const pool = createHostPool({
    detector: files.detector,
    embedder: files.embedder,
    settings: { ...settings, detector: { ...settings.detector, ...(classNames ? { classNames } : {}) } },
  });
  // Embeddings serve every photo of the planogram: aborting one photo must not abort them.
  const never = new AbortController().signal;
  const galleries = createEmbeddingCache(async (frames: readonly Frame[]) => {
    const value = await pool.ask({ kind: 'embed', frames }, never);
    if (!('vectors' in value)) throw new Error('invariant: the host returned no vectors');
    return value.vectors;
  });
  return { files, pool, galleries };
}
