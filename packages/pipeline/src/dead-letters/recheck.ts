import { capture, type Database, type PatchOperation, type ProblemRow, upload } from '@gondola/db';
import { inArray } from 'drizzle-orm';
import { idempotencyKey } from '../intake/idempotency-key.ts';
import type { Payload } from '../intake/payload.ts';
import { pathOf } from '../intake/payload-path.ts';
import { passSchemaGate } from '../intake/schema-gate.ts';
import { type PayloadVersions, versionOf } from '../intake/versions/payload-versions.ts';
import { layPatch } from './lay-patch.ts';
import type { OpenLetter } from './letter-group.ts';

/** A letter's payload, with a patch or without one, at today's gate. */
export interface Judgement {
  letter: OpenLetter;
  /** Whether the patch could be laid over it at all. */
  applied: boolean;
  /** What would be handed in; undefined when the patch did not apply. */
  payload: unknown;
  /** Empty: it would pass now. At most `mostProblems` of them. */
  remaining: ProblemRow[];
}

/** A payload of ten thousand flaws is told by its first. */
const mostProblems = 50;

/**
 * Puts letters through the gate as it is now, and asks for the uploads that they name. The key of the device is not asked
 * again: the letter was handed in with a valid one, and revoking that later does not undo what it sent. A letter whose store
 * is not known any more never passes.
 */
export async function judgeLetters(
  db: Database,
  letters: readonly OpenLetter[],
  operationsFor: (letter: OpenLetter) => readonly PatchOperation[],
  versions: PayloadVersions,
): Promise<Judgement[]> {
  const judged = letters.map((letter) => ({
    letter,
    ...judgePayload(letter, operationsFor(letter), versions),
  }));
  const uploads = await readUploads(
    db,
    judged.flatMap(({ facts }) => facts?.upload_id ?? []),
  );
  return judged.map(({ facts, remaining, ...rest }) => {
    const problem = facts ? findUploadProblem(rest.letter, rest.payload, facts, uploads, versions) : null;
    return { ...rest, remaining: (problem ? [problem] : remaining).slice(0, mostProblems) };
  });
}

interface Judged {
  applied: boolean;
  payload: unknown;
  remaining: ProblemRow[];
  /** What the gate made of it, when it passed. */
  facts: Payload | null;
}

function judgePayload(
  { rawPayload, storeCode }: OpenLetter,
  operations: readonly PatchOperation[],
  versions: PayloadVersions,
): Judged {
  const laid = layPatch(rawPayload, operations);
  if ('failed' in laid) {
    const message = `Operation ${laid.failed.operation + 1} does not apply: ${laid.failed.message}`;
    const remaining = [{ path: '$', code: 'PATCH_NOT_APPLIED', message }];
    return { applied: false, payload: undefined, remaining, facts: null };
  }
  const { payload } = laid;
  const gated = passSchemaGate(payload, storeCode, versions);
  return 'payload' in gated
    ? { applied: true, payload, remaining: [], facts: gated.payload }
    : { applied: true, payload, remaining: gated.problems, facts: null };
}

interface KnownUpload {
  storeId: string;
  isGivenUp: boolean;
  /** The key of the capture that has it; an upload belongs to one. */
  takenBy: Uint8Array | null;
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
    .select({ uploadId: capture.uploadId, key: capture.idempotencyKey })
    .from(capture)
    .where(inArray(capture.uploadId, [...ids]));
  const keys = new Map(holders.map(({ uploadId, key }) => [uploadId, key]));
  return new Map(
    uploads.map(({ id, storeId, sha256, discardedAt }) => [
      id,
      {
        storeId,
        isGivenUp: discardedAt !== null && sha256 === null,
        takenBy: keys.get(id) ?? null,
      },
    ]),
  );
}

function findUploadProblem(
  letter: OpenLetter,
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
  if (known === undefined || known.storeId !== letter.storeId)
    return { path, code: 'UPLOAD_UNKNOWN', message: `This store has no upload ${id}.` };
  if (known.isGivenUp) return { path, code: 'UPLOAD_UNKNOWN', message: `Upload ${id} was given up.` };
  if (known.takenBy === null || Buffer.compare(known.takenBy, idempotencyKey(facts)) === 0) return null;
  return { path, code: 'UPLOAD_TAKEN', message: `Upload ${id} belongs to another capture.` };
}
