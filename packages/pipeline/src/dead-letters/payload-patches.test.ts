import { createHash } from 'node:crypto';
import { type DeadLetterReason, deadLetter, payloadPatch, store } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { payloadV1 } from '../intake/payload-examples.ts';
import { passSchemaGate } from '../intake/schema-gate.ts';
import { previewPayloadPatch } from './preview-payload-patch.ts';
import { findPassing, recheckDeadLetters } from './recheck-dead-letters.ts';
import { layRecordedPatch, recordPayloadPatch } from './record-payload-patch.ts';

const { db } = await createTestDatabase('payload_patches');
const author = { note: 'firmware 7.2 renamed a field', createdBy: 'operator@demo.gondola.local' };
const rename = [{ op: 'move', from: '/plano_version', path: '/planogram_version' }];

/** A store of its own for each test, so that its letters are a group of their own. */
async function addStore(code: string) {
  const [row] = await db.insert(store).values({ code, name: code }).returning();
  return { code, id: row?.id ?? '' };
}

let moment = 0;

/** What a firmware sends that calls one field by another name. */
function drifted(storeCode: string, changes: Record<string, unknown> = {}) {
  moment += 1000;
  const { planogram_version: plano_version, ...rest } = payloadV1;
  const timestamp = new Date(Date.UTC(2026, 10, 23) + moment).toISOString();
  return { ...rest, plano_version, store_id: storeCode, timestamp, ...changes };
}

/** Sets payloads aside as intake does. */
async function setAside(shop: { code: string; id: string } | null, ...payloads: unknown[]) {
  const rows = payloads.map((raw) => {
    const gated = passSchemaGate(raw, shop?.code ?? null);
    const problems = 'problems' in gated ? gated.problems : [];
    const rawPayload = JSON.stringify(raw);
    return {
      stage: 'intake' as const,
      reason: problems[0]?.code ?? ('UPLOAD_UNKNOWN' as DeadLetterReason),
      message: problems[0]?.message ?? '',
      problems,
      rawPayload,
      payloadSha256: createHash('sha256').update(rawPayload).digest('hex'),
      storeId: shop?.id ?? null,
    };
  });
  const written = await db.insert(deadLetter).values(rows).returning({ id: deadLetter.id });
  return written.map(({ id }) => id);
}

const letter = async (id: string | undefined) => {
  const [row] = await db
    .select()
    .from(deadLetter)
    .where(eq(deadLetter.id, id ?? ''));
  if (!row) throw new Error('no letter');
  return row;
};

test('a preview says of each letter what a patch makes of it, counts the whole group and changes nothing', async () => {
  const shop = await addStore('1001');
  const ids = await setAside(
    shop,
    drifted('1001'),
    drifted('1001', { aisle: 7 }),
    { ...payloadV1, store_id: '1001', planogram_version: undefined },
    drifted('1001'),
  );
  const request = { reason: 'FIELD_MISSING', storeCode: '1001', operations: rename };
  const preview = await previewPayloadPatch(db, request, 3);
  expect(preview).toMatchObject({ matched: 4, mended: 2, stillRefused: 1, notApplied: 1 });
  const letters = 'letters' in preview ? preview.letters : [];
  expect(letters.map(({ outcome, deadLetterId }) => [outcome, deadLetterId])).toEqual([
    ['PASSES', ids[0]],
    ['STILL_REFUSED', ids[1]],
    ['NOT_APPLIED', ids[2]],
  ]);
  expect(JSON.parse(letters[0]?.after ?? '')).toMatchObject({ planogram_version: 'snacks-2026-47' });
  expect(JSON.parse(letters[0]?.before ?? '')).toMatchObject({ plano_version: 'snacks-2026-47' });
  expect(letters[1]?.remaining).toMatchObject([{ path: '$.aisle', code: 'FIELD_INVALID' }]);
  expect(letters[2]?.remaining).toEqual([
    {
      path: '$',
      code: 'PATCH_NOT_APPLIED',
      message: 'Operation 1 does not apply: There is no /plano_version.',
    },
  ]);
  expect(await letter(ids[0])).toMatchObject({ payloadPatchId: null, recheckedAt: null });
});

test('a recorded patch keeps its counts, marks its letters and leaves the raw payloads alone', async () => {
  const shop = await addStore('1002');
  const raw = drifted('1002', { firmware: 'x' });
  const [mended, refused] = await setAside(shop, raw, drifted('1002', { aisle: 7 }));
  const [elsewhere] = await setAside(await addStore('1902'), drifted('1902'));
  const request = { reason: 'FIELD_MISSING', storeCode: '1002', operations: rename };
  const recorded = await recordPayloadPatch(db, request, author);
  expect(recorded).toMatchObject({ matched: 2, mended: 1, marked: 2 });
  const patchId = 'patchId' in recorded ? recorded.patchId : '';
  const [patch] = await db.select().from(payloadPatch).where(eq(payloadPatch.id, patchId));
  expect(patch).toMatchObject({ ...author, operations: rename, matched: 2, mended: 1, storeId: shop.id });
  expect(await letter(mended)).toMatchObject({
    payloadPatchId: patchId,
    remainingProblems: [],
    recheckedAt: expect.any(Date),
    rawPayload: JSON.stringify(raw),
    resolvedAt: null,
  });
  expect(await letter(refused)).toMatchObject({
    payloadPatchId: patchId,
    remainingProblems: [{ path: '$.aisle' }],
  });
  expect(await letter(elsewhere)).toMatchObject({ payloadPatchId: null });
  await expect(db.update(payloadPatch).set({ note: 'other' })).rejects.toThrow();
});

test('what passes already is left to its patch, unless the new patch is to replace it', async () => {
  const shop = await addStore('1003');
  const [id] = await setAside(shop, drifted('1003'));
  const request = { reason: 'FIELD_MISSING', storeCode: '1003', operations: rename };
  const first = await recordPayloadPatch(db, request, author);
  expect(await recordPayloadPatch(db, request, author)).toMatchObject({ problem: 'NOTHING_TO_PATCH' });
  const corrected = [...rename, { op: 'replace', path: '/planogram_version', value: 'snacks-2026-48' }];
  const second = await recordPayloadPatch(
    db,
    { ...request, operations: corrected, alsoPassing: true },
    author,
  );
  expect(second).toMatchObject({ matched: 1, mended: 1, marked: 1 });
  expect('patchId' in second && 'patchId' in first && second.patchId !== first.patchId).toBe(true);
  expect((await letter(id)).payloadPatchId).toBe('patchId' in second ? second.patchId : '');
});

test('a letter that is resolved meanwhile is neither matched nor marked', async () => {
  const shop = await addStore('1004');
  const [open, resolved] = await setAside(shop, drifted('1004'), drifted('1004'));
  await db
    .update(deadLetter)
    .set({ resolvedAt: sql`now()` })
    .where(eq(deadLetter.id, resolved ?? ''));
  const request = { reason: 'FIELD_MISSING', storeCode: '1004', operations: rename };
  const alsoWrite = async () => {
    await db
      .update(deadLetter)
      .set({ resolvedAt: sql`now()` })
      .where(eq(deadLetter.id, open ?? ''));
  };
  expect(await recordPayloadPatch(db, request, { ...author, alsoWrite })).toMatchObject({
    matched: 1,
    marked: 0,
  });
  expect(await letter(open)).toMatchObject({ payloadPatchId: null, recheckedAt: null });
});

test('a group of many chunks is patched to its end, and what comes later can be patched with it', async () => {
  const shop = await addStore('1005');
  await setAside(shop, ...Array.from({ length: 450 }, () => drifted('1005')));
  const request = { reason: 'FIELD_MISSING', storeCode: '1005', operations: rename };
  const recorded = await recordPayloadPatch(db, request, author);
  expect(recorded).toMatchObject({ matched: 450, mended: 450, marked: 450 });
  const patchId = 'patchId' in recorded ? recorded.patchId : '';
  expect(await layRecordedPatch(db, patchId)).toEqual({ rechecked: 0, passing: 0 });
  await setAside(shop, drifted('1005'));
  expect(await layRecordedPatch(db, patchId)).toEqual({ rechecked: 1, passing: 1 });
});

test('payloads that the database cannot keep as JSON are mended where they are broken', async () => {
  const shop = await addStore('1006');
  const good = { ...payloadV1, store_id: '1006' };
  const [nul, both] = await setAside(
    shop,
    { ...good, firmware: 'a\u0000b' },
    { ...good, firmware: 'x', '\ud800': 'y', note: '\u0000' },
  );
  const operations = [{ op: 'remove', path: '/firmware' }];
  const recorded = await recordPayloadPatch(
    db,
    { reason: 'TEXT_INVALID', storeCode: '1006', operations },
    author,
  );
  expect(recorded).toMatchObject({ matched: 2, mended: 1 });
  expect(await letter(nul)).toMatchObject({ remainingProblems: [] });
  expect((await letter(both)).remainingProblems).toMatchObject([{ path: '$' }, { path: '$.note' }]);
  expect((await letter(nul)).rawPayload).toContain(String.raw`a\u0000b`);
});

test('a letter whose store is gone never passes, and says so', async () => {
  const [id] = await setAside(null, { ...payloadV1, battery: 7 });
  const preview = await previewPayloadPatch(
    db,
    { reason: 'FIELD_INVALID', operations: [{ op: 'remove', path: '/battery' }] },
    200,
  );
  const letters = 'letters' in preview ? preview.letters : [];
  expect(letters.find(({ deadLetterId }) => deadLetterId === id)).toMatchObject({
    outcome: 'STILL_REFUSED',
    remaining: [{ code: 'STORE_MISMATCH', message: 'The store that sent it is not known any more.' }],
  });
});

test('an upload that a payload names must be there before the payload would pass', async () => {
  const shop = await addStore('1007');
  const { image_url: _, ...rest } = payloadV1;
  const uploadId = '0198d7a2-0000-7000-8000-000000000000';
  const [id] = await setAside(shop, { ...rest, store_id: '1007', upload_id: uploadId });
  expect(await recheckDeadLetters(db, { reason: 'UPLOAD_UNKNOWN', storeCode: '1007' })).toEqual({
    rechecked: 1,
    passing: 0,
  });
  expect((await letter(id)).remainingProblems).toMatchObject([
    { path: '$.upload_id', code: 'UPLOAD_UNKNOWN' },
  ]);
  await db.execute(
    sql`insert into upload (id, store_id, expires_at) values (${uploadId}, ${shop.id}, now() + interval '1 hour')`,
  );
  expect(await findPassing(db, [id ?? ''])).toEqual(new Set([id]));
});

test.each([
  [{ reason: 'NONSENSE', operations: rename }, { problem: 'REASON_UNKNOWN' }],
  [{ reason: 'FIELD_MISSING', storeCode: '9', operations: rename }, { problem: 'STORE_UNKNOWN' }],
  [
    { reason: 'FIELD_MISSING', operations: [{ op: 'move', path: '/a' }] },
    { operationProblems: [{ operation: 0 }] },
  ],
])('a request that names nothing, or no patch, is answered with what is wrong', async (request, answer) => {
  expect(await previewPayloadPatch(db, request, 1)).toMatchObject(answer);
  expect(await recordPayloadPatch(db, request, author)).toMatchObject(answer);
});
