import { type Stage, stage } from './stage.ts';
import { claimVersion } from './stages/infer/claim-version.ts';
import { type InferTools, infer } from './stages/infer/infer.ts';
import { loadInfer } from './stages/infer/load-infer.ts';
import { holdForVersion, saveInfer } from './stages/infer/save-infer.ts';
import { loadPreprocess } from './stages/preprocess/load-preprocess.ts';
import { type PreprocessTools, preprocess } from './stages/preprocess/preprocess.ts';
import {
  holdForBetterPhoto,
  savePreprocess,
  saveRejectedPhoto,
} from './stages/preprocess/save-preprocess.ts';
import { loadScore } from './stages/score/load-score.ts';
import { saveScore } from './stages/score/save-score.ts';
import { score } from './stages/score/score.ts';

export type PipelineTools = PreprocessTools & InferTools;

/**
 * All stages of a capture, from received to scored. Legal moves: lifecycle.ts. How a capture moves: runner/advance.ts.
 * The queue of each state: queue/queue-names.ts.
 */
export const pipeline: readonly Stage<PipelineTools>[] = [
  /** Turns bytes into a measured photo, or into a reason for rejection. */
  stage({
    name: 'preprocess',
    from: ['INGESTED', 'RETRY_SCHEDULED'],
    concurrency: { preprocess: 1, retry: 1 },
    load: loadPreprocess,
    run: preprocess,
    save: savePreprocess,
    hold: holdForBetterPhoto,
    reject: saveRejectedPhoto,
  }),
  /**
   * Claims the planogram version (version gate); then the first tier that succeeds turns the photo into a realogram.
   */
  stage({
    name: 'infer',
    from: ['PREPROCESSED'],
    concurrency: { infer: 1 },
    claim: claimVersion,
    load: loadInfer,
    run: infer,
    save: saveInfer,
    hold: holdForVersion,
  }),
  /** Turns realogram and planogram into verdicts and a score. */
  stage({
    name: 'score',
    from: ['TIER_1_INFERENCE', 'TIER_2_INFERENCE', 'TIER_3_INFERENCE'],
    concurrency: { score: 2 },
    load: loadScore,
    run: score,
    save: saveScore,
    hold: async () => ({}),
  }),
];
