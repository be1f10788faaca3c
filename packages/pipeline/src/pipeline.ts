import { type Stage, stage } from './stage.ts';
import { type InferTools, infer } from './stages/infer.ts';
import { type PreprocessTools, preprocess } from './stages/preprocess.ts';
import { score } from './stages/score.ts';
import { loadInfer } from './store/load-infer.ts';
import { loadPreprocess } from './store/load-preprocess.ts';
import { loadScore } from './store/load-score.ts';
import { holdForVersion, saveInfer } from './store/save-infer.ts';
import { holdForBetterPhoto, keepRejectedPhoto, savePreprocess } from './store/save-preprocess.ts';
import { saveScore } from './store/save-score.ts';

export type PipelineTools = PreprocessTools & InferTools;

/**
 * The story of a capture, every stage at a glance. Which moves are legal: lifecycle.ts. How a move is made:
 * runner/advance.ts. Which queue a state's jobs go to: queue/queue-names.ts.
 */
export const pipeline: readonly Stage<PipelineTools>[] = [
  /** Bytes to a photo that can be judged, or a reason why not. */
  stage({
    name: 'preprocess',
    from: ['INGESTED', 'RETRY_SCHEDULED'],
    concurrency: { preprocess: 1, retry: 1 },
    load: loadPreprocess,
    run: preprocess,
    save: savePreprocess,
    hold: holdForBetterPhoto,
    reject: keepRejectedPhoto,
  }),
  /** Version gate, then photo to realogram by the first tier that answers. */
  stage({
    name: 'infer',
    from: ['PREPROCESSED'],
    concurrency: { infer: 1 },
    load: loadInfer,
    run: infer,
    save: saveInfer,
    hold: holdForVersion,
  }),
  /** Realogram and planogram to verdicts and a score. */
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
