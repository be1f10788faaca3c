import { deadLetterSentence } from '../../apps/web/src/labels/dead-letter-sentence.ts';
import type { CaptureAnswer, VerdictAnswer } from './documents.ts';

/** What the command prints: ids as in the imported file, boxes 0..1 of the oriented photo, rates 0..1. */
export interface CaptureResult {
  captureId: string;
  state: string;
  /** Why it ended otherwise than scored, or without a score. */
  reason: string | null;
  tier: number | null;
  modelId: string | null;
  planogramVersion: string | null;
  score: number | null;
  strictRate: number | null;
  coverage: number | null;
  positions: PositionResult[];
  /** Found, but not planned. */
  extras: PositionResult[];
  timingsMs: {
    preprocess: number | null;
    inference: number | null;
    score: number | null;
    acceptedToScored: number | null;
  };
}

export interface PositionResult {
  id: string | null;
  product: string | null;
  productName: string | null;
  verdict: string;
  seen: string | null;
  seenName: string | null;
  facings: { planned: number; seen: number | null };
  confidence: number;
  box: [number, number, number, number] | null;
  reason: string;
}

export function toResult(capture: CaptureAnswer): CaptureResult {
  const score = capture.currentScore;
  const findings = (score?.verdicts ?? []).map(toPosition);
  const last = capture.history.at(-1);
  const scored = capture.history.find((event) => event.toState === 'SCORED');
  return {
    captureId: capture.id,
    state: capture.state,
    reason:
      (capture.deadLetter && deadLetterSentence(capture.deadLetter)) ??
      score?.unscoredReason ??
      (score ? null : (last?.reason ?? null)),
    tier: score?.tier ?? null,
    modelId: score?.modelId ?? null,
    planogramVersion: capture.planogramVersion?.label ?? null,
    score: score?.score ?? null,
    strictRate: score?.strictRate ?? null,
    coverage: score?.coverage ?? null,
    positions: findings.filter((finding) => finding.id !== null),
    extras: findings.filter((finding) => finding.id === null),
    timingsMs: {
      preprocess: workMs(capture, /^PREPROCESSED$/),
      inference: workMs(capture, /^TIER_\d_INFERENCE$/),
      score: workMs(capture, /^SCORED$/),
      acceptedToScored: scored ? Date.parse(scored.at) - Date.parse(capture.receivedAt) : null,
    },
  };
}

function toPosition(verdict: VerdictAnswer): PositionResult {
  return {
    id: verdict.positionId,
    product: verdict.expected?.sku ?? null,
    productName: verdict.expected?.name ?? null,
    verdict: verdict.verdict,
    seen: verdict.seen?.sku ?? null,
    seenName: verdict.seen?.name ?? null,
    facings: { planned: verdict.facingsPlanned, seen: verdict.facingsSeen },
    confidence: Math.round(verdict.confidence * 1e3) / 1e3,
    box: verdict.box,
    reason: verdict.reason,
  };
}

/** How long the stage that made this move worked, without the queue. */
function workMs(capture: CaptureAnswer, state: RegExp): number | null {
  const move = capture.history.find((event) => state.test(event.toState));
  const ms = move?.facts.workMs;
  return typeof ms === 'number' ? ms : null;
}
