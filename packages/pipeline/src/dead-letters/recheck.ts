import { capture, type Database, type PatchOperation, type ProblemRow, upload } from '@gondola/db';
import { inArray } from 'drizzle-orm';
import { idempotencyKey, idempotencyKeyOfDevice, keyVersions } from '../intake/idempotency-key.ts';
import type { Payload } from '../intake/payload.ts';
import { pathOf } from '../intake/payload-path.ts';
import { passSchemaGate } from '../intake/schema-gate/schema-gate.ts';
import { type PayloadVersions, versionOf } from '../intake/versions/payload-versions.ts';
import { applyPatch } from './apply-patch.ts';
import type { OpenDeadLetter } from './dead-letter-filter.ts';

/** The payload of a dead letter, with or without a patch, at the current gate. */
export interface Rechecked {
  deadLetter: OpenDeadLetter;
  /** False when the patch did not apply. */
  applied: boolean;
  /** The payload that would be submitted; undefined when the patch did not apply. */
  payload: unknown;
  /** The remaining problems, at most `maxProblems`; empty when the payload would pass now. */
  remaining: ProblemRow[];
}

/** The first problems are enough to describe a payload with thousands of them. */
const maxProblems = 50;

/**
 * Checks dead letters at the current gate, and checks the uploads that they name. The device key is not checked again:
 * it was valid at submission, and a later revocation does not undo the submission. A dead letter whose store no longer
 * exists never passes.
 */
export async function recheck(
  db: Database,
  deadLetters: readonly OpenDeadLetter[],
  operationsFor: (deadLetter: OpenDeadLetter) => readonly PatchOperation[],
  versions: PayloadVersions,
): Promise<Rechecked[]> {
  const results = deadLetters.map((deadLetter) => ({
    deadLetter,
    ...recheckPayload(deadLetter, operationsFor(deadLetter), versions),
  }));
  const uploads = await readUploads(
    db,
    results.flatMap(({ facts }) => facts?.upload_id ?? []),
  );
  return results.map(({ facts, remaining, ...rest }) => {
    const problem = facts ? findUploadProblem(rest.deadLetter, rest.payload, facts, uploads, versions) : null;
    return { ...rest, remaining: (problem ? [problem] : remaining).slice(0, maxProblems) };
  });
}

interface CheckedPayload {
  applied: boolean;
  payload: unknown;
  remaining: ProblemRow[];
  /** The payload as the gate parsed it; null when it was rejected. */
  facts: Payload | null;
}

function recheckPayload(
  { rawPayload, storeCode }: OpenDeadLetter,
  operations: readonly PatchOperation[],
  versions: PayloadVersions,
): CheckedPayload {
  const patched = applyPatch(rawPayload, operations);
  if ('failed' in patched) {
    const message = `Operation ${patched.failed.operation + 1} does not apply: ${patched.failed.message}`;
    const remaining = [{ path: '$', code: 'PATCH_NOT_APPLIED', message }];
    return { applied: false, payload: undefined, remaining, facts: null };
  }
  const { payload } = patched;
  const gated = passSchemaGate(payload, storeCode, versions);
  return 'payload' in gated
    ? { applied: true, payload, remaining: [], facts: gated.payload }
    : { applied: true, payload, remaining: gated.problems, facts: null };
}

interface KnownUpload {
  storeId: string;
  isDiscarded: boolean;
  /** The capture that owns the upload; an upload belongs to one capture. */
  takenBy: { key: Uint8Array; keyVersion: number; deviceId: string | null } | null;
}

async function readUploads(db: Database, ids: readonly string[]): Promise<Map<string, KnownUpload>> {
  if (ids.length === 0) return new Map();
  const uploads = await db
    .select({
      id: upload.id,
      storeId: upload.storeId,
      sha256: upload.sha256,
      discardedAt: upload.discardedAt,
    })
    .from(upload)
    .where(inArray(upload.id, [...ids]));
  const holders = await db
    .select({
      uploadId: capture.uploadId,
      key: capture.idempotencyKey,
      keyVersion: capture.keyVersion,
      deviceId: capture.deviceId,
    })
    .from(capture)
    .where(inArray(capture.uploadId, [...ids]));
  const holderOf = new Map(holders.map(({ uploadId, ...holder }) => [uploadId, holder]));
  return new Map(
    uploads.map(({ id, storeId, sha256, discardedAt }) => [
      id,
      {
        storeId,
        isDiscarded: discardedAt !== null && sha256 === null,
        takenBy: holderOf.get(id) ?? null,
      },
    ]),
  );
}

function findUploadProblem(
  deadLetter: OpenDeadLetter,
  payload: unknown,
  facts: Payload,
  uploads: ReadonlyMap<string, KnownUpload>,
  versions: PayloadVersions,
): ProblemRow | null {
  const id = facts.upload_id;
  if (id === undefined) return null;
  const names = versionOf(payload as object, versions)?.names.upload_id ?? [];
  const path = pathOf(names[0]?.split('.') ?? []);
  const known = uploads.get(id);
  if (known === undefined || known.storeId !== deadLetter.storeId)
    return { path, code: 'UPLOAD_UNKNOWN', message: `This store has no upload ${id}.` };
  if (known.isDiscarded) return { path, code: 'UPLOAD_UNKNOWN', message: `Upload ${id} was given up.` };
  if (known.takenBy === null || isSameCapture(facts, known.takenBy)) return null;
  return { path, code: 'UPLOAD_TAKEN', message: `Upload ${id} belongs to another capture.` };
}

/** Returns true when the payload is the capture that owns the upload, sent again. */
function isSameCapture(facts: Payload, { key, keyVersion, deviceId }: NonNullable<KnownUpload['takenBy']>) {
  const keyOfFacts =
    keyVersion === keyVersions.device && deviceId !== null
      ? idempotencyKeyOfDevice(facts, deviceId)
      : idempotencyKey(facts);
  return Buffer.compare(key, keyOfFacts) === 0;
}
