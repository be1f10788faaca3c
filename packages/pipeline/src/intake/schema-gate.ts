import type { DeadLetterReason } from '@gondola/db';
import type { z } from 'zod';
import { findTextProblems } from './find-text-problems.ts';
import { type Payload, payloadV1 } from './payload.ts';
import type { Problem } from './problem.ts';

/** A capture's metadata is some hundred bytes; 64 KiB leaves room for any firmware and none for abuse. */
export const maxPayloadBytes = 64 * 1024;

export type Gated = { payload: Payload } | { problems: [Problem, ...Problem[]] };

/** The schema gate: a payload that a capture can be made of, or everything that is wrong with it. */
export function passSchemaGate(raw: unknown, storeCode: string): Gated {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse('$', 'NOT_AN_OBJECT', 'The payload must be a JSON object.');
  if (Buffer.byteLength(JSON.stringify(raw)) > maxPayloadBytes)
    return refuse('$', 'PAYLOAD_TOO_LARGE', `The payload is larger than ${maxPayloadBytes} bytes.`);

  const [textProblem, ...moreTextProblems] = findTextProblems(raw);
  if (textProblem) return { problems: [textProblem, ...moreTextProblems] };

  const version = (raw as Record<string, unknown>).schema_version;
  if (version !== undefined && version !== 1)
    return refuse('$.schema_version', 'SCHEMA_VERSION_UNKNOWN', 'Known schema versions: 1.');

  const parsed = payloadV1.safeParse(raw);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => toProblem(issue, raw));
  const { image_url, upload_id } = raw as Record<string, unknown>;
  if (image_url === undefined && upload_id === undefined)
    problems.push({
      path: '$.image_url',
      code: 'FIELD_MISSING',
      message: 'Either image_url or upload_id is required.',
    });
  if (image_url !== undefined && upload_id !== undefined)
    problems.push({
      path: '$.image_url',
      code: 'FIELD_INVALID',
      message: 'Give either image_url or upload_id, not both.',
    });
  if (parsed.success && problems.length === 0 && parsed.data.store_id !== storeCode)
    problems.push({
      path: '$.store_id',
      code: 'STORE_MISMATCH',
      message: `The device key belongs to store ${storeCode}, not to ${parsed.data.store_id}.`,
    });

  const [first, ...rest] = problems.sort((a, b) => gravity(a) - gravity(b));
  if (first) return { problems: [first, ...rest] };
  if (!parsed.success) throw new Error('the gate found no problem in a payload that does not parse');
  return { payload: parsed.data };
}

function refuse(path: string, code: DeadLetterReason, message: string): Gated {
  return { problems: [{ path, code, message }] };
}

function toProblem(issue: z.core.$ZodIssue, raw: object): Problem {
  const field = issue.path.join('.');
  const path = `$.${field}`;
  const value = issue.path.reduce<unknown>((v, key) => (v as Record<PropertyKey, unknown>)?.[key], raw);
  if (value === undefined) return { path, code: 'FIELD_MISSING', message: `${field} is missing.` };
  const code = field === 'mime_type' ? 'MIME_TYPE_REFUSED' : 'FIELD_INVALID';
  return { path, code, message: `${field}: ${issue.message}` };
}

/** The first problem names the dead letter's reason: what a device maker would mend first comes first. */
const order: DeadLetterReason[] = ['FIELD_MISSING', 'FIELD_INVALID', 'MIME_TYPE_REFUSED', 'STORE_MISMATCH'];
const gravity = (problem: Problem) => order.indexOf(problem.code);
