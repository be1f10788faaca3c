import type { DeadLetterReason } from '@gondola/db';
import { findTextProblems } from './find-text-problems.ts';
import type { Payload } from './payload.ts';
import { depthOf, payloadText } from './payload-text.ts';
import type { Problem } from './problem.ts';
import { describeIssue, isMissing, missingField, segmentsOf } from './versions/describe-issue.ts';
import { judgeNames } from './versions/judge-names.ts';
import type { PayloadVersion } from './versions/payload-version.ts';
import {
  type PayloadVersions,
  payloadVersions,
  upgradeFrom,
  versionOf,
} from './versions/payload-versions.ts';

/** A capture's metadata is some hundred bytes; 64 KiB leaves room for any firmware and none for abuse. */
export const maxPayloadBytes = 64 * 1024;

/** A payload has two levels; a value that is much deeper than any firmware's own fields only costs stack. */
const maxPayloadDepth = 32;

/** `payloadVersion` is the schema version that the payload came in. */
export type Gated = { payload: Payload; payloadVersion: number } | { problems: [Problem, ...Problem[]] };

/**
 * The schema gate: a payload that a capture can be made of, or everything that is wrong with it.
 *
 * @param storeCode the store that the sender is known to be of; null when that store is not known any more.
 */
export function passSchemaGate(
  raw: unknown,
  storeCode: string | null,
  versions: PayloadVersions = payloadVersions,
): Gated {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse('$', 'NOT_AN_OBJECT', 'The payload must be a JSON object.');
  if (depthOf(raw, maxPayloadDepth) > maxPayloadDepth)
    return refuse('$', 'PAYLOAD_TOO_LARGE', `The payload is nested deeper than ${maxPayloadDepth} levels.`);
  if (Buffer.byteLength(payloadText(raw)) > maxPayloadBytes)
    return refuse('$', 'PAYLOAD_TOO_LARGE', `The payload is larger than ${maxPayloadBytes} bytes.`);

  const [textProblem, ...moreTextProblems] = findTextProblems(raw);
  if (textProblem) return { problems: [textProblem, ...moreTextProblems] };

  const version = versionOf(raw, versions);
  if (!version) return refuseVersion((raw as { schema_version?: unknown }).schema_version, versions);
  return judge(raw, version, versions, storeCode);
}

function judge(
  raw: object,
  version: PayloadVersion,
  versions: PayloadVersions,
  storeCode: string | null,
): Gated {
  const result = version.parse(raw);
  const issues = 'issues' in result ? result.issues : [];
  const source = findSourceProblem(raw, version);
  const missing = issues.map(segmentsOf).filter((segments) => isMissing(raw, segments));
  if (source?.code === 'FIELD_MISSING') missing.push(...source.places);
  const names = judgeNames(raw, version, versions, missing);

  const problems = [...issues.map((issue) => describeIssue(issue, raw, names.hints)), ...names.problems];
  if (source) problems.push(source.tell(names.hints));
  const payload =
    'parsed' in result && problems.length === 0 ? upgradeFrom(version, result.parsed, versions) : null;
  if (payload && payload.store_id !== storeCode)
    problems.push(storeMismatch(version.names.store_id, payload.store_id, storeCode));

  const [first, ...rest] = problems.sort((a, b) => gravity(a) - gravity(b));
  if (first) return { problems: [first, ...rest] };
  if (!payload) throw new Error('the gate found no problem in a payload that does not parse');
  return { payload, payloadVersion: version.version };
}

interface SourceProblem {
  code: 'FIELD_MISSING' | 'FIELD_INVALID';
  places: string[][];
  tell(hints: ReadonlyMap<string, string>): Problem;
}

/** The photo is fetched from a URL or comes as an upload: exactly one of the two. */
function findSourceProblem(raw: object, { names }: PayloadVersion): SourceProblem | null {
  const places = [...names.image_url, ...names.upload_id].map((name) => name.split('.'));
  const [url = []] = places;
  const named = places.map((place) => place.join('.'));
  // Where the object that holds them is not one, that is the problem.
  if (url.length > 1 && !isObject((raw as Record<string, unknown>)[url[0] ?? ''])) return null;
  const given = places.filter((place) => !isMissing(raw, place)).length;
  const path = `$.${url.join('.')}`;
  if (given === 0)
    return {
      code: 'FIELD_MISSING',
      places,
      tell: (hints) => ({
        ...missingField(url, new Map()),
        message: `Either ${named.join(' or ')} is required${places.flatMap((place) => hints.get(place.join('.')) ?? []).map((hint) => `; ${hint}`)[0] ?? ''}.`,
      }),
    };
  if (given === 1) return null;
  const message = `Give either ${named.join(' or ')}, not both.`;
  return { code: 'FIELD_INVALID', places, tell: () => ({ path, code: 'FIELD_INVALID', message }) };
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const storeMismatch = (names: readonly string[], said: string, storeCode: string | null): Problem => ({
  path: `$.${names[0] ?? 'store_id'}`,
  code: 'STORE_MISMATCH',
  message:
    storeCode === null
      ? 'The store that sent it is not known any more.'
      : `The device key belongs to store ${storeCode}, not to ${said}.`,
});

function refuseVersion(said: unknown, versions: PayloadVersions): Gated {
  const known = versions.map(({ version }) => version).join(', ');
  const message =
    typeof said === 'number'
      ? `Schema version ${said} is not known; known are ${known}.`
      : `schema_version must be a number; known are ${known}.`;
  return refuse('$.schema_version', 'SCHEMA_VERSION_UNKNOWN', message);
}

function refuse(path: string, code: DeadLetterReason, message: string): Gated {
  return { problems: [{ path, code, message }] };
}

/** The first problem names the dead letter's reason: what a device maker would mend first comes first. */
const order: DeadLetterReason[] = ['FIELD_MISSING', 'FIELD_INVALID', 'MIME_TYPE_REFUSED', 'STORE_MISMATCH'];
const gravity = (problem: Problem) => order.indexOf(problem.code);
