import { createHash } from 'node:crypto';
import {
  auditLog,
  type Database,
  type DeadLetterReason,
  deadLetter,
  payloadPatch,
  store,
  type Transaction,
} from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { actorNamed } from '../audit/actor.ts';
import { payloadV1 } from '../intake/payload-examples.testing.ts';
import { passSchemaGate } from '../intake/schema-gate/schema-gate.ts';
import { type PatchRequest, previewPayloadPatch } from './preview-payload-patch.ts';
import { findPassing, recheckDeadLetters } from './recheck-dead-letters.ts';
import { applyRecordedPatch, type NewPatch, recordPayloadPatch } from './record-payload-patch.ts';

const { db } = await createTestDatabase('payload_patches');
const author = actorNamed('operator@demo.gondola.local');
const note = 'firmware 7.2 renamed a field';
const rename = [{ op: 'move', from: '/plano_version', path: '/planogram_version' }];

/** Adds a store per test, so that the dead letters of a test have a filter of their own. */
async function addStore(code: string) {
  const [row] = await db.insert(store).values({ code, name: code }).returning();
  return { code, id: row?.id ?? '' };
}

let moment = 0;

/** Returns the payload of a firmware that renamed one field. */
function drifted(storeCode: string, changes: Record<string, unknown> = {}) {
  moment += 1000;
  const { planogram_version: plano_version, ...rest } = payloadV1;
  const timestamp = new Date(Date.UTC(2026, 10, 23) + moment).toISOString();
  return { ...rest, plano_version, store_id: storeCode, timestamp, ...changes };
}

/** Inserts dead letters of payloads as intake does. */
async function insertPayloads(owner: { code: string; id: string } | null, ...payloads: unknown[]) {
  const rows = payloads.map((raw) => {
    const gated = passSchemaGate(raw, owner?.code ?? null);
    const problems = 'problems' in gated ? gated.problems : [];
    const rawPayload = JSON.stringify(raw);
    return {
      stage: 'intake' as const,
      reason: problems[0]?.code ?? ('UPLOAD_UNKNOWN' as DeadLetterReason),
      problems,
      rawPayload,
      payloadSha256: createHash('sha256').update(rawPayload).digest('hex'),
      storeId: owner?.id ?? null,
    };
  });
  const written = await db.insert(deadLetter).values(rows).returning({ id: deadLetter.id });
  return written.map(({ id }) => id);
}

const readDeadLetter = async (id: string | undefined) => {
  const [row] = await db
    .select()
    .from(deadLetter)
    .where(eq(deadLetter.id, id ?? ''));
  if (!row) throw new Error('no dead letter');
  return row;
};

test('a preview returns the outcome of each dead letter, counts all matches and changes nothing', async () => {
  const owner = await addStore('1001');
  const ids = await insertPayloads(
    owner,
    drifted('1001'),
    drifted('1001', { aisle: 7 }),
    { ...payloadV1, store_id: '1001', planogram_version: undefined },
    drifted('1001'),
  );
  const request: PatchRequest = { reason: 'FIELD_MISSING', storeCode: '1001', operations: rename };
  const preview = await previewPayloadPatch(db, request, 3);
  expect(preview).toMatchObject({ matched: 4, mended: 2, stillRefused: 1, notApplied: 1 });
  const previewed = 'letters' in preview ? preview.letters : [];
  expect(previewed.map(({ outcome, deadLetterId }) => [outcome, deadLetterId])).toEqual([
    ['PASSES', ids[0]],
    ['STILL_REFUSED', ids[1]],
    ['NOT_APPLIED', ids[2]],
  ]);
  expect(JSON.parse(previewed[0]?.after ?? '')).toMatchObject({ planogram_version: 'snacks-2026-47' });
  expect(JSON.parse(previewed[0]?.before ?? '')).toMatchObject({ plano_version: 'snacks-2026-47' });
  expect(previewed[1]?.remaining).toMatchObject([{ path: '$.aisle', code: 'FIELD_INVALID' }]);
  expect(previewed[2]?.remaining).toEqual([
    {
      path: '$',
      code: 'PATCH_NOT_APPLIED',
      message: 'Operation 1 does not apply: There is no /plano_version.',
    },
  ]);
  expect(await readDeadLetter(ids[0])).toMatchObject({ payloadPatchId: null, recheckedAt: null });
});

test('a recorded patch has its counts, marks its dead letters and does not change the raw payloads', async () => {
  const owner = await addStore('1002');
  const raw = drifted('1002', { firmware: 'x' });
  const [mended, refused] = await insertPayloads(owner, raw, drifted('1002', { aisle: 7 }));
  const [elsewhere] = await insertPayloads(await addStore('1902'), drifted('1902'));
  const request: PatchRequest = { reason: 'FIELD_MISSING', storeCode: '1002', operations: rename };
  const recorded = await recordPayloadPatch(db, author, { ...request, note });
  expect(recorded).toMatchObject({ matched: 2, mended: 1, marked: 2 });
  const patchId = 'patchId' in recorded ? recorded.patchId : '';
  const [patch] = await db.select().from(payloadPatch).where(eq(payloadPatch.id, patchId));
  expect(patch).toMatchObject({
    createdBy: author.name,
    note,
    operations: rename,
    matched: 2,
    mended: 1,
    storeId: owner.id,
  });
  const object = `payload-patch:${patchId}`;
  expect(await db.select().from(auditLog).where(eq(auditLog.object, object))).toMatchObject([
    { actor: author.name, action: 'payloadPatchCreate', facts: { note, storeCode: owner.code } },
  ]);
  expect(await readDeadLetter(mended)).toMatchObject({
    payloadPatchId: patchId,
    remainingProblems: [],
    recheckedAt: expect.any(Date),
    rawPayload: JSON.stringify(raw),
    resolvedAt: null,
  });
  expect(await readDeadLetter(refused)).toMatchObject({
    payloadPatchId: patchId,
    remainingProblems: [{ path: '$.aisle' }],
  });
  expect(await readDeadLetter(elsewhere)).toMatchObject({ payloadPatchId: null });
  await expect(db.update(payloadPatch).set({ note: 'other' })).rejects.toThrow();
});

test('a passing dead letter keeps its patch, unless the new patch replaces it', async () => {
  const owner = await addStore('1003');
  const [id] = await insertPayloads(owner, drifted('1003'));
  const request: PatchRequest = { reason: 'FIELD_MISSING', storeCode: '1003', operations: rename };
  const first = await recordPayloadPatch(db, author, { ...request, note });
  expect(await recordPayloadPatch(db, author, { ...request, note })).toMatchObject({
    problem: 'NOTHING_TO_PATCH',
  });
  const corrected = [...rename, { op: 'replace', path: '/planogram_version', value: 'snacks-2026-48' }];
  const second = await recordPayloadPatch(db, author, {
    ...request,
    note,
    operations: corrected,
    alsoPassing: true,
  });
  expect(second).toMatchObject({ matched: 1, mended: 1, marked: 1 });
  expect('patchId' in second && 'patchId' in first && second.patchId !== first.patchId).toBe(true);
  expect((await readDeadLetter(id)).payloadPatchId).toBe('patchId' in second ? second.patchId : '');
});

test('a dead letter that is resolved meanwhile is neither matched nor marked', async () => {
  const owner = await addStore('1004');
  const [open, resolved] = await insertPayloads(owner, drifted('1004'), drifted('1004'));
  await db
    .update(deadLetter)
    .set({ resolvedAt: sql`now()` })
    .where(eq(deadLetter.id, resolved ?? ''));
  const request: PatchRequest = { reason: 'FIELD_MISSING', storeCode: '1004', operations: rename };
  const resolving: Database = Object.assign(Object.create(db), {
    async transaction<T>(write: (tx: Transaction) => Promise<T>): Promise<T> {
      const written = await db.transaction(write);
      await db
        .update(deadLetter)
        .set({ resolvedAt: sql`now()` })
        .where(eq(deadLetter.id, open ?? ''));
      return written;
    },
  });
  expect(await recordPayloadPatch(resolving, author, { ...request, note })).toMatchObject({
    matched: 1,
    marked: 0,
  });
  expect(await readDeadLetter(open)).toMatchObject({ payloadPatchId: null, recheckedAt: null });
});

test('a patch marks all chunks, and can be applied to later dead letters', async () => {
  const owner = await addStore('1005');
  await insertPayloads(owner, ...Array.from({ length: 450 }, () => drifted('1005')));
  const request: PatchRequest = { reason: 'FIELD_MISSING', storeCode: '1005', operations: rename };
  const recorded = await recordPayloadPatch(db, author, { ...request, note });
  expect(recorded).toMatchObject({ matched: 450, mended: 450, marked: 450 });
  const patchId = 'patchId' in recorded ? recorded.patchId : '';
  expect(await applyRecordedPatch(db, patchId)).toEqual({ rechecked: 0, passing: 0 });
  await insertPayloads(owner, drifted('1005'));
  expect(await applyRecordedPatch(db, patchId)).toEqual({ rechecked: 1, passing: 1 });
});

test('payloads that the database cannot store as JSON can be patched', async () => {
  const owner = await addStore('1006');
  const good = { ...payloadV1, store_id: '1006' };
  const [nul, both] = await insertPayloads(
    owner,
    { ...good, firmware: 'a\u0000b' },
    { ...good, firmware: 'x', '\ud800': 'y', note: '\u0000' },
  );
  const operations = [{ op: 'remove', path: '/firmware' }];
  const named: NewPatch = { reason: 'TEXT_INVALID', storeCode: '1006', operations, note };
  const recorded = await recordPayloadPatch(db, author, named);
  expect(recorded).toMatchObject({ matched: 2, mended: 1 });
  expect(await readDeadLetter(nul)).toMatchObject({ remainingProblems: [] });
  expect((await readDeadLetter(both)).remainingProblems).toMatchObject([{ path: '$' }, { path: '$.note' }]);
  expect((await readDeadLetter(nul)).rawPayload).toContain(String.raw`a\u0000b`);
});

test('a dead letter whose store is gone never passes, with its own message', async () => {
  const [id] = await insertPayloads(null, { ...payloadV1, battery: 7 });
  const preview = await previewPayloadPatch(
    db,
    { reason: 'FIELD_INVALID', operations: [{ op: 'remove', path: '/battery' }] },
    200,
  );
  const previewed = 'letters' in preview ? preview.letters : [];
  expect(previewed.find(({ deadLetterId }) => deadLetterId === id)).toMatchObject({
    outcome: 'STILL_REFUSED',
    remaining: [{ code: 'STORE_MISMATCH', message: 'The store that sent it is not known any more.' }],
  });
});

test('a payload passes only when the upload that it names exists', async () => {
  const owner = await addStore('1007');
  const { image_url: _, ...rest } = payloadV1;
  const uploadId = '0198d7a2-0000-7000-8000-000000000000';
  const [id] = await insertPayloads(owner, { ...rest, store_id: '1007', upload_id: uploadId });
  expect(await recheckDeadLetters(db, { reason: 'UPLOAD_UNKNOWN', storeCode: '1007' })).toEqual({
    rechecked: 1,
    passing: 0,
  });
  expect((await readDeadLetter(id)).remainingProblems).toMatchObject([
    { path: '$.upload_id', code: 'UPLOAD_UNKNOWN' },
  ]);
  await db.execute(
    sql`insert into upload (id, store_id, expires_at) values (${uploadId}, ${owner.id}, now() + interval '1 hour')`,
  );
  expect(await findPassing(db, [id ?? ''])).toEqual(new Set([id]));
});

test.each<[PatchRequest, object]>([
  [{ reason: 'FIELD_MISSING', storeCode: '9', operations: rename }, { problem: 'STORE_UNKNOWN' }],
  [
    { reason: 'FIELD_MISSING', operations: [{ op: 'move', path: '/a' }] },
    { operationProblems: [{ operation: 0 }] },
  ],
])('a request without a valid store or patch returns its problem', async (request, answer) => {
  expect(await previewPayloadPatch(db, request, 1)).toMatchObject(answer);
  expect(await recordPayloadPatch(db, author, { ...request, note })).toMatchObject(answer);
});
