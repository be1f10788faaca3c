import type { DeadLetterReason } from '@gondola/db';
import type { Payload } from '../payload.ts';
import type { Problem } from '../problem.ts';
import { describeIssue, isMissing, missingField, segmentsOf } from '../versions/describe-issue.ts';
import { explainUnknownFields } from '../versions/explain-unknown-fields.ts';
import type { PayloadVersion } from '../versions/payload-version.ts';
import {
  type PayloadVersions,
  payloadVersions,
  upgradeFrom,
  versionOf,
} from '../versions/payload-versions.ts';
import { findTextProblems } from './find-text-problems.ts';
import { depthOf, payloadText } from './payload-text.ts';

/** The metadata of a capture takes some hundred bytes; 64 KiB leaves room for any firmware and limits abuse. */
export const maxPayloadBytes = 64 * 1024;

/** A payload has two levels of its own; values far deeper than this only exhaust the stack. */
const maxPayloadDepth = 32;

/** `payloadVersion` is the schema version of the payload as received. */
export type Gated = { payload: Payload; payloadVersion: number } | { problems: [Problem, ...Problem[]] };

/**
 * Validates a raw payload: returns the payload of a capture, or all problems.
 *
 * @param storeCode the code of the store that sent it; null when that store no longer exists.
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
  return validate(raw, version, versions, storeCode);
}

function validate(
  raw: object,
  version: PayloadVersion,
  versions: PayloadVersions,
  storeCode: string | null,
): Gated {
  const result = version.parse(raw);
  const issues = 'issues' in result ? result.issues : [];
  const source = findSourceProblem(raw, version);
  const missing = issues.map(segmentsOf).filter((segments) => isMissing(raw, segments));
  if (source?.code === 'FIELD_MISSING') missing.push(...source.locations);
  const names = explainUnknownFields(raw, version, versions, missing);

  const problems = [...issues.map((issue) => describeIssue(issue, raw, names.hints)), ...names.problems];
  if (source) problems.push(source.describe(names.hints));
  const payload =
    'parsed' in result && problems.length === 0 ? upgradeFrom(version, result.parsed, versions) : null;
  if (payload && payload.store_id !== storeCode)
    problems.push(storeMismatch(version.names.store_id, payload.store_id, storeCode));

  const [first, ...rest] = problems.sort((a, b) => rankOf(a) - rankOf(b));
  if (first) return { problems: [first, ...rest] };
  if (!payload) throw new Error('invariant: no problem found in a payload that does not parse');
  return { payload, payloadVersion: version.version };
}

interface SourceProblem {
  code: 'FIELD_MISSING' | 'FIELD_INVALID';
  locations: string[][];
  describe(hints: ReadonlyMap<string, string>): Problem;
}

/** Checks that the payload names exactly one source of the photo: a URL or an upload. */
function findSourceProblem(raw: object, { names }: PayloadVersion): SourceProblem | null {
  const locations = [...names.image_url, ...names.upload_id].map((name) => name.split('.'));
  const [url = []] = locations;
  const named = locations.map((location) => location.join('.'));
  // When the parent is not an object, that is the problem to report.
  if (url.length > 1 && !isObject((raw as Record<string, unknown>)[url[0] ?? ''])) return null;
  const given = locations.filter((location) => !isMissing(raw, location)).length;
  const path = `$.${url.join('.')}`;
  if (given === 0)
    return {
      code: 'FIELD_MISSING',
      locations,
      describe: (hints) => ({
        ...missingField(url, new Map()),
        message: `Either ${named.join(' or ')} is required${locations.flatMap((location) => hints.get(location.join('.')) ?? []).map((hint) => `; ${hint}`)[0] ?? ''}.`,
      }),
    };
  if (given === 1) return null;
  const message = `Give either ${named.join(' or ')}, not both.`;
  return { code: 'FIELD_INVALID', locations, describe: () => ({ path, code: 'FIELD_INVALID', message }) };
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const storeMismatch = (names: readonly string[], given: string, storeCode: string | null): Problem => ({
  path: `$.${names[0] ?? 'store_id'}`,
  code: 'STORE_MISMATCH',
  message:
    storeCode === null
      ? 'The store that sent it is not known any more.'
      : `The device key belongs to store ${storeCode}, not to ${given}.`,
});

function refuseVersion(given: unknown, versions: PayloadVersions): Gated {
  const known = versions.map(({ version }) => version).join(', ');
  const message =
    typeof given === 'number'
      ? `Schema version ${given} is not known; known are ${known}.`
      : `schema_version must be a number; known are ${known}.`;
  return refuse('$.schema_version', 'SCHEMA_VERSION_UNKNOWN', message);
}

function refuse(path: string, code: DeadLetterReason, message: string): Gated {
  return { problems: [{ path, code, message }] };
}

/** The first problem becomes the reason of the dead letter: the most useful one for a device maker comes first. */
const reasonOrder: DeadLetterReason[] = [
  'FIELD_MISSING',
  'FIELD_INVALID',
  'MIME_TYPE_REFUSED',
  'STORE_MISMATCH',
];
const rankOf = (problem: Problem) => reasonOrder.indexOf(problem.code);
