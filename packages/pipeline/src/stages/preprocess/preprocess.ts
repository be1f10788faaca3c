import { Fault } from '../../fault.ts';
import { assessQuality } from '../../images/quality-gate.ts';
import type { QualityRule } from '../../quality-rules/quality-rule.ts';
import type { Facts, Outcome } from '../../stage.ts';
import { type ExaminedPhoto, type ExamineTools, examinePhoto, type PhotoSource } from './examine-photo.ts';
import { findMetadataFlaws, type PhotoSize } from './find-metadata-flaws.ts';
import type { JudgedPhoto } from './prepared-photo.ts';
import { retryDelaySeconds } from './retry-delay-seconds.ts';
import { isUnusablePhoto, type UnusablePhoto } from './unusable-photo.ts';

export interface PreprocessInput extends Omit<PhotoSource, 'source'> {
  source: PhotoSource['source'] | { kind: 'expiredUpload' };
  /** The size of the photo that the payload declares; null when it is not known. */
  declaredSize: PhotoSize | null;
  /** Number of earlier attempts to get better bytes. */
  qualityRetries: number;
  /** Number of failed fetches so far. */
  transientFaults: number;
  /** The current rule: a change takes effect at the next attempt. */
  rule: QualityRule;
  /** A later capture with a good photo that supersedes this one: waiting for better bytes is useless then. */
  supersededById: string | null;
  supersedes: SupersedesClaim | null;
}

/**
 * The earlier capture that the payload names. When it is of another store or bay, or the capture itself, the claim is
 * only recorded in the history.
 */
export interface SupersedesClaim {
  id: string;
  problem: 'UNKNOWN' | 'OTHER_BAY' | 'ITSELF' | null;
}

export interface PreprocessTools extends ExamineTools {
  /** Delay before the first attempt to get better bytes. */
  qualityRetryBaseSeconds: number;
  /** 0..1, as Math.random. */
  random(): number;
}

/** After this number of failed fetches the URL counts as dead: about five minutes with the backoff of the queue. */
const maxFetchFaults = 8;

type PreprocessOutcome = Outcome<
  'PREPROCESSED' | 'RETRY_SCHEDULED' | 'DEAD_LETTERED',
  JudgedPhoto,
  JudgedPhoto
>;

/** Turns bytes into a measured photo and decides by its quality what happens to the capture. */
export async function preprocess(
  input: PreprocessInput,
  tools: PreprocessTools,
  signal: AbortSignal,
): Promise<PreprocessOutcome> {
  const { source, known } = input;
  if (source.kind === 'expiredUpload')
    return refuse({
      refused: 'UPLOAD_EXPIRED',
      message: 'the upload expired',
      params: {},
      retry: false,
    });
  // The photo of an earlier attempt may be good enough now: the rule was relaxed, or a better capture superseded it.
  if (known !== null && (input.supersededById !== null || assess(known, input).verdict === 'PASS'))
    return route({ kind: 'known', photo: known, problem: null }, input, tools);
  const examined = await examinePhoto({ ...input, source }, tools, signal);
  if (!isUnusablePhoto(examined)) return route(examined, input, tools);
  if (examined.retry && input.transientFaults < maxFetchFaults)
    throw new Fault(examined.refused, examined.message, { retry: true, cause: examined.cause });
  return refuse(examined);
}

const assess = (photo: ExaminedPhoto['photo'], { rule }: PreprocessInput) =>
  assessQuality(photo, rule.thresholds);

/**
 * Advances a good photo. A substandard photo waits for better bytes until its last attempt; then the final policy
 * decides.
 */
function route(examined: ExaminedPhoto, input: PreprocessInput, tools: PreprocessTools): PreprocessOutcome {
  const { rule, supersedes, supersededById, qualityRetries } = input;
  const { flaws, hints } = assess(examined.photo, input);
  const judged: JudgedPhoto = {
    fresh: examined.kind === 'fresh' ? examined.photo : null,
    flaws,
    hints,
    metadataFlaws: findMetadataFlaws(examined.photo, input.declaredSize),
    qualityRuleId: rule.id,
    supersedesId: supersedes?.problem === null ? supersedes.id : null,
  };
  const facts = { ...factsOf(examined, input), flaws, hints, metadataFlaws: judged.metadataFlaws };
  const advanceWith = (reason: string): PreprocessOutcome => ({
    kind: 'advance',
    to: 'PREPROCESSED',
    reason,
    result: judged,
    facts,
  });
  if (flaws.length === 0) return advanceWith('PASS');
  const wasLastAttempt = qualityRetries >= rule.maxRetries;
  if (supersededById === null && !wasLastAttempt)
    return {
      kind: 'hold',
      to: 'RETRY_SCHEDULED',
      reason: 'DEGRADED',
      held: judged,
      facts,
      delaySeconds: retryDelaySeconds(tools.qualityRetryBaseSeconds, qualityRetries, tools.random()),
    };
  if (rule.finalPolicy === 'SCORE_FLAGGED')
    return advanceWith(supersededById === null ? 'DEGRADED_RETRIES_SPENT' : 'DEGRADED_SUPERSEDED');
  return {
    kind: 'reject',
    reason: 'QUALITY_TOO_LOW',
    params: { flaws, superseded: supersededById !== null },
    facts,
    held: judged,
  };
}

/** Returns the facts of an attempt for the history. */
function factsOf(
  { kind, photo, problem }: ExaminedPhoto & { problem?: unknown },
  input: PreprocessInput,
): Facts {
  const { rule, supersedes, supersededById, qualityRetries } = input;
  return {
    sharpness: Math.round(photo.sharpness * 10) / 10,
    shortSidePx: Math.min(photo.widthPx, photo.heightPx),
    meanGrey: Math.round(photo.meanGrey),
    sameBytes: kind === 'known',
    qualityRetries,
    qualityRuleId: rule.id,
    ...(problem ? { lookProblem: problem } : {}),
    ...(supersedes ? { supersedes: supersedes.id } : {}),
    ...(supersedes?.problem ? { supersedesProblem: supersedes.problem } : {}),
    ...(supersededById === null ? {} : { supersededById }),
  };
}

const refuse = ({ refused, params }: UnusablePhoto): PreprocessOutcome => ({
  kind: 'reject',
  reason: refused,
  params,
  facts: {},
});
