import { Fault } from '../fault.ts';
import { assessQuality } from '../images/quality-gate.ts';
import type { QualityRule } from '../quality/quality-rule.ts';
import type { Facts, Outcome } from '../stage.ts';
import { type Look, type LookTools, lookAtPhoto, type PhotoSource } from './look-at-photo.ts';
import { isNoPhoto, type NoPhoto } from './no-photo.ts';
import type { JudgedPhoto } from './prepared-photo.ts';
import { retryDelaySeconds } from './quality-policy.ts';

export interface PreprocessInput extends Omit<PhotoSource, 'source'> {
  source: PhotoSource['source'] | { kind: 'expiredUpload' };
  /** Looks already taken for better bytes. */
  qualityRetries: number;
  /** Times that fetching the photo failed so far. */
  transientFaults: number;
  /** The rule of today: a change takes effect at the next look. */
  rule: QualityRule;
  /** A later capture that brought a good photo in place of this one: no use in waiting for better bytes. */
  supersededById: string | null;
  supersedes: SupersedesClaim | null;
}

/**
 * The earlier capture that the payload names. One that is not of this store, of another bay, or the capture itself
 * is replaced by nothing: the claim is told in the facts and otherwise ignored.
 */
export interface SupersedesClaim {
  id: string;
  problem: 'UNKNOWN' | 'OTHER_BAY' | 'ITSELF' | null;
}

export interface PreprocessTools extends LookTools {
  /** The first wait for better bytes. */
  qualityRetryBaseSeconds: number;
  /** 0..1, as Math.random. */
  random(): number;
}

/** After so many fruitless fetches the URL is taken to be dead: with the queue's backoff, about five minutes. */
const maxFetchFaults = 8;

type PreprocessOutcome = Outcome<
  'PREPROCESSED' | 'RETRY_SCHEDULED' | 'DEAD_LETTERED',
  JudgedPhoto,
  JudgedPhoto
>;

/** Bytes to a photo that can be judged, and where it goes by its quality. */
export async function preprocess(
  input: PreprocessInput,
  tools: PreprocessTools,
  signal: AbortSignal,
): Promise<PreprocessOutcome> {
  const { source, known } = input;
  if (source.kind === 'expiredUpload')
    return refuse({
      refused: 'UPLOAD_EXPIRED',
      message: 'The photo never arrived: its upload expired.',
      retry: false,
    });
  // What is in hand may do: by a rule that was relaxed meanwhile, or because a better capture has come.
  if (known !== null && (input.supersededById !== null || assess(known, input).verdict === 'PASS'))
    return route({ kind: 'known', photo: known, problem: null }, input, tools);
  const look = await lookAtPhoto({ ...input, source }, tools, signal);
  if (!isNoPhoto(look)) return route(look, input, tools);
  if (look.retry && input.transientFaults < maxFetchFaults)
    throw new Fault(look.refused, look.message, { retry: true, cause: look.cause });
  return refuse(look);
}

const assess = (photo: Look['photo'], { rule }: PreprocessInput) => assessQuality(photo, rule.thresholds);

/** PASS goes on; a substandard photo waits for better bytes until its looks are spent, then the final policy decides. */
function route(look: Look, input: PreprocessInput, tools: PreprocessTools): PreprocessOutcome {
  const { rule, supersedes, supersededById, qualityRetries } = input;
  const { flaws, hints } = assess(look.photo, input);
  const judged: JudgedPhoto = {
    fresh: look.kind === 'fresh' ? look.photo : null,
    flaws,
    hints,
    qualityRuleId: rule.id,
    supersedesId: supersedes?.problem === null ? supersedes.id : null,
  };
  const facts = { ...factsOf(look, input), flaws, hints };
  const goOn = (reason: string): PreprocessOutcome => ({
    kind: 'advance',
    to: 'PREPROCESSED',
    reason,
    result: judged,
    facts,
  });
  if (flaws.length === 0) return goOn('PASS');
  const isSpent = qualityRetries >= rule.maxRetries;
  if (supersededById === null && !isSpent)
    return {
      kind: 'hold',
      to: 'RETRY_SCHEDULED',
      reason: 'DEGRADED',
      held: judged,
      facts,
      delaySeconds: retryDelaySeconds(tools.qualityRetryBaseSeconds, qualityRetries, tools.random()),
    };
  if (rule.finalPolicy === 'SCORE_FLAGGED')
    return goOn(supersededById === null ? 'DEGRADED_RETRIES_SPENT' : 'DEGRADED_SUPERSEDED');
  return {
    kind: 'reject',
    reason: 'QUALITY_TOO_LOW',
    message: `The photo is below the quality floor (${flaws.join(', ')}) and ${
      supersededById === null ? 'no better one came' : 'a better capture has replaced it'
    }.`,
    facts,
    held: judged,
  };
}

/** What the history tells of a look, besides its verdict. */
function factsOf({ kind, photo, problem }: Look & { problem?: unknown }, input: PreprocessInput): Facts {
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

const refuse = ({ refused, message }: NoPhoto): PreprocessOutcome => ({
  kind: 'reject',
  reason: refused,
  message,
  facts: {},
});
