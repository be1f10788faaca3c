import type { DeadLetterReason } from '../generated/graphql.ts';
import { phoneFormatSetting } from './phone-format-setting.ts';

/** What the API says of a dead letter's cause: a code, what its sentence needs, and the problems of a payload. */
export interface DeadLetterCause {
  reason: DeadLetterReason;
  /** An object of figures, names and lists. */
  params: unknown;
  problems?: readonly { message: string }[];
}

type Params = Readonly<Record<string, unknown>>;

/**
 * Returns the cause of a dead letter as a sentence. A row of an older release has its sentence in `text`; a payload's
 * cause is its first problem.
 */
export function deadLetterSentence({ reason, params, problems = [] }: DeadLetterCause): string {
  const given = (params ?? {}) as Params;
  if (typeof given.text === 'string') return given.text;
  return problems[0]?.message ?? sentences[reason](given);
}

const megabytes = (bytes: unknown): string => `${(Number(bytes) / 1_000_000).toFixed(1)} MB`;
/** The decoder's own words, for operators; they end without a full stop. */
const withDetail = (sentence: string, { detail }: Params): string =>
  typeof detail === 'string' && detail !== '' ? `${sentence} The decoder reports: ${detail}` : sentence;

const flaws: Readonly<Record<string, string>> = {
  TOO_SMALL: 'too small',
  TOO_BLURRED: 'too blurred',
  BAD_ASPECT: 'too long and narrow',
};

/** What is wrong with a payload is told by its problems. */
const payload = () => 'The payload has problems.';

/** Says how much of a photo is left; without rows the lost part has no known place. */
function damagedSentence({ rows, of }: Params): string {
  if (typeof rows !== 'number' || typeof of !== 'number' || of === 0)
    return 'A part of the photo is lost: its data is incomplete or changed.';
  const share = Math.floor((rows / of) * 100);
  return `A part of the photo is lost: ${rows} of ${of} rows (${share} %) are whole.`;
}

/** The setting of a phone that makes it write JPEG, for the formats that phones write otherwise. */
function formatSettingOf(mimeType: unknown): string {
  return typeof mimeType === 'string' && /^image\/(hei[cf]|avif)/.test(mimeType)
    ? ` ${phoneFormatSetting}`
    : '';
}

const sentences: Record<DeadLetterReason, (params: Params) => string> = {
  NOT_AN_OBJECT: payload,
  FIELD_MISSING: payload,
  FIELD_INVALID: payload,
  TEXT_INVALID: payload,
  PAYLOAD_TOO_LARGE: payload,
  SCHEMA_VERSION_UNKNOWN: payload,
  STORE_MISMATCH: payload,
  MIME_TYPE_REFUSED: payload,
  UPLOAD_UNKNOWN: payload,
  UPLOAD_TAKEN: payload,
  UPLOAD_EXPIRED: () => 'The photo did not arrive before its upload expired.',
  PHOTO_UNREACHABLE: () => 'The photo could not be fetched from its address.',
  PHOTO_EMPTY: () => 'The photo has no bytes.',
  PHOTO_CORRUPT: (params) =>
    params.unknownFormat
      ? 'The first bytes of the photo are those of no known file format.'
      : withDetail('The photo is damaged.', params),
  PHOTO_DAMAGED: damagedSentence,
  PHOTO_UNSUPPORTED: ({ mimeType }) =>
    `The photo is ${typeof mimeType === 'string' ? mimeType : 'of another type'}, not JPEG, PNG or WebP.${formatSettingOf(mimeType)}`,
  PHOTO_TOO_LARGE: (params) => {
    const { bytes, maxBytes, widthPx, heightPx, maxSidePx, maxPixels } = params;
    if (maxPixels !== undefined)
      return `The photo has ${widthPx} × ${heightPx} pixels; ${Number(maxPixels) / 1_000_000} megapixels are allowed for this kind of file.`;
    if (widthPx !== undefined)
      return `The photo has ${widthPx} × ${heightPx} pixels; ${maxSidePx} a side are allowed.`;
    if (maxBytes === undefined) return withDetail('The photo is too large.', params);
    return bytes === undefined
      ? `The photo has more than ${megabytes(maxBytes)}.`
      : `The photo has ${megabytes(bytes)}; ${megabytes(maxBytes)} are allowed.`;
  },
  PHOTO_TOO_COSTLY: (params) => withDetail('The photo takes too long to decode.', params),
  HASH_MISMATCH: () => 'The photo is not the declared one: its SHA-256 differs.',
  MIME_MISMATCH: ({ declared, actual }) => `The payload declares ${declared}, the photo is ${actual}.`,
  QUALITY_TOO_LOW: ({ flaws: found, superseded }) => {
    const named = Array.isArray(found) ? found.map((flaw) => flaws[String(flaw)] ?? String(flaw)) : [];
    const why = named.length > 0 ? `The photo is ${named.join(', ')}` : 'The photo is below the quality rule';
    return `${why}, and ${superseded ? 'a better capture has replaced it' : 'no better one came'}.`;
  },
  STAGE_FAILED: ({ detail }) =>
    `Processing failed repeatedly${typeof detail === 'string' ? `: ${detail}` : ''}.`,
  WORKER_CRASHED: ({ crashes }) => `The worker died ${crashes} times while it processed this capture.`,
};
