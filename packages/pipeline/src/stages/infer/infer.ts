import type { DriftReason } from '@gondola/db';
import type { CoverInput } from '../../cover/find-cover.ts';
import { Fault } from '../../fault.ts';
import type { Frame } from '../../images/frame.ts';
import { type Answer, type Attempt, type LadderStep, runLadder } from '../../inference/ladder/run-ladder.ts';
import type { Tier } from '../../inference/tier.ts';
import type { Planogram } from '../../planogram/model.ts';
import type { CoveredRegion, Realogram } from '../../realogram.ts';
import type { Outcome } from '../../stage.ts';
import { findOtherBay, type OtherBay } from './find-other-bay.ts';

/** The decision of the version gate, with the data that inference needs. */
export type InferInput =
  | { gate: 'drift'; drift: DriftFinding }
  | {
      gate: 'pinned';
      versionId: string;
      planogram: Planogram;
      /** SHA-256 of the reference images by product id. */
      references: ReadonlyMap<string, readonly string[]>;
      photoSha256: string;
      /** Reads the other bays of the store; read only when the photo does not show this one. */
      readOtherBays(): Promise<OtherBay[]>;
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
  /** The steps in the order of attempts, last resort at the end. */
  ladder: readonly LadderStep[];
  /** Time limit for all tiers but the last, together, for one capture. */
  deadlineMs: number;
  openPhoto(sha256: string): Promise<Frame | null>;
  openReferences(
    shas: ReadonlyMap<string, readonly string[]>,
  ): Promise<ReadonlyMap<string, readonly Frame[]>>;
  /** Finds what stands before the bay; null when the photo has no place on the planogram. */
  findCover(input: CoverInput, signal: AbortSignal): Promise<CoveredRegion[] | null>;
  /** Returns monotonic milliseconds. */
  now(): number;
}

type InferState = 'TIER_1_INFERENCE' | 'TIER_2_INFERENCE' | 'TIER_3_INFERENCE';
type InferOutcome = Outcome<InferState | 'VERSION_DRIFT' | 'DEAD_LETTERED', InferResult, DriftFinding>;

/** Turns a photo into a realogram by the first tier that succeeds; holds a capture of another version for a person. */
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
    throw new Fault('OBJECT_MISSING', `object ${input.photoSha256} is missing from the object store`, {
      retry: true,
    });
  const references = await tools.openReferences(input.references);
  const started = tools.now();
  const inferred = await runLadder(
    tools.ladder,
    { frame, planogram: input.planogram, references },
    tools,
    signal,
  );
  const found = await withLikelyBay(inferred, frame, input, tools, signal);
  const inferenceMs = tools.now() - started;
  const covered = await tools.findCover({ frame, planogram: input.planogram, realogram: found }, signal);
  const coverMs = tools.now() - started - inferenceMs;
  const realogram: Realogram = covered === null ? found : { ...found, covered };
  const { tier, model } = inferred.tier;
  return {
    kind: 'advance',
    to: stateOfTier[tier],
    reason: 'DETECTED',
    result: {
      versionId: input.versionId,
      tier,
      model,
      realogram,
      inferenceMs,
      attempts: inferred.attempts,
    },
    facts: {
      tier,
      provider: inferred.tier.provider,
      modelId: model.id,
      detections: realogram.detections.length,
      ...(realogram.placementProblem ? { placementProblem: realogram.placementProblem } : {}),
      inferenceMs: Math.round(inferenceMs),
      coveredRegions: covered?.length ?? null,
      coverMs: Math.round(coverMs),
      attempts: inferred.attempts,
    },
  };
}

/** A photo without a recognised planogram may show another bay of the store. */
async function withLikelyBay(
  { realogram, tier }: Answer,
  frame: Frame,
  { readOtherBays }: Extract<InferInput, { gate: 'pinned' }>,
  tools: InferTools,
  signal: AbortSignal,
): Promise<Realogram> {
  if (realogram.placementProblem !== 'NOT_RECOGNISED') return realogram;
  const likelyBayId = await findOtherBay(tier, frame, await readOtherBays(), tools, signal);
  return likelyBayId === null ? realogram : { ...realogram, placementProblem: 'OTHER_BAY', likelyBayId };
}

const stateOfTier = { 1: 'TIER_1_INFERENCE', 2: 'TIER_2_INFERENCE', 3: 'TIER_3_INFERENCE' } as const;
