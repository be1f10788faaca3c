import type { DriftReason } from '@gondola/db';
import { Fault } from '../fault.ts';
import type { Frame } from '../images/frame.ts';
import { type Attempt, climb, type Rung } from '../inference/ladder.ts';
import type { Realogram } from '../inference/realogram.ts';
import type { Tier } from '../inference/tier.ts';
import type { Planogram } from '../planogram/model.ts';
import type { Outcome } from '../stage.ts';

/** What the version gate decided, in the transaction that claimed the capture. */
export type InferInput =
  | { gate: 'drift'; drift: DriftFinding }
  | {
      gate: 'pinned';
      versionId: string;
      planogram: Planogram;
      /** SHA-256 of the reference images, by product id. */
      references: ReadonlyMap<string, readonly string[]>;
      photoSha256: string;
    };

export interface DriftFinding {
  reason: DriftReason;
  bayId: string;
  taggedVersion: string;
  activeVersionId: string | null;
}

export interface InferResult {
  versionId: string;
  tier: Tier['tier'];
  model: Tier['model'];
  realogram: Realogram;
  inferenceMs: number;
  attempts: Attempt[];
}

export interface InferTools {
  /** From the first to be asked to the last resort. */
  ladder: readonly Rung[];
  /** What all tiers but the last may take together for one capture. */
  deadlineMs: number;
  openPhoto(sha256: string): Promise<Frame | null>;
  openReferences(
    shas: ReadonlyMap<string, readonly string[]>,
  ): Promise<ReadonlyMap<string, readonly Frame[]>>;
  /** Milliseconds, monotonic. */
  now(): number;
}

type InferState = 'TIER_1_INFERENCE' | 'TIER_2_INFERENCE' | 'TIER_3_INFERENCE';
type InferOutcome = Outcome<InferState | 'VERSION_DRIFT' | 'DEAD_LETTERED', InferResult, DriftFinding>;

/** A photo to a realogram by the first tier that answers; a capture of another version waits for a person. */
export async function infer(
  input: InferInput,
  tools: InferTools,
  signal: AbortSignal,
): Promise<InferOutcome> {
  if (input.gate === 'drift')
    return {
      kind: 'hold',
      to: 'VERSION_DRIFT',
      reason: input.drift.reason,
      held: input.drift,
      facts: { taggedVersion: input.drift.taggedVersion },
      delaySeconds: 0,
    };
  const frame = await tools.openPhoto(input.photoSha256);
  if (!frame)
    throw new Fault('OBJECT_MISSING', `object ${input.photoSha256} is not in the store`, { retry: true });
  const references = await tools.openReferences(input.references);
  const started = tools.now();
  const answer = await climb(tools.ladder, { frame, planogram: input.planogram, references }, tools, signal);
  const inferenceMs = tools.now() - started;
  const { tier, model } = answer.tier;
  return {
    kind: 'advance',
    to: stateOfTier[tier],
    reason: 'DETECTED',
    result: {
      versionId: input.versionId,
      tier,
      model,
      realogram: answer.realogram,
      inferenceMs,
      attempts: answer.attempts,
    },
    facts: {
      tier,
      provider: answer.tier.provider,
      modelId: model.id,
      detections: answer.realogram.detections.length,
      inferenceMs: Math.round(inferenceMs),
      attempts: answer.attempts,
    },
  };
}

const stateOfTier = { 1: 'TIER_1_INFERENCE', 2: 'TIER_2_INFERENCE', 3: 'TIER_3_INFERENCE' } as const;
