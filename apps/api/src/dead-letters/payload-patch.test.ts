import { auditLog, deadLetter } from '@gondola/db';
import { nextPayload } from '@gondola/testkit/payload';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('payload_patch');
const operator = await api.signIn('operator');
const analyst = await api.signIn('analyst');
const { device, deviceKeyId } = await api.addStore('0421');

const operations = [{ op: 'move', from: '/plano_version', path: '/planogram_version' }];

/** Submits a payload of a firmware that renamed a field; returns the id of its dead letter. */
async function submitRenamedField(changes: Record<string, unknown> = {}): Promise<string> {
  const payload = nextPayload('0421', {
    planogram_version: undefined,
    plano_version: 'snacks-2026-47',
    ...changes,
  });
  const answer = await api.ask(
    'mutation ($payload: JSON!) { captureSubmit(input: { captures: [$payload] }) { results { deadLetter { id } } } }',
    { payload },
    device,
  );
  const { results } = partOf<{ results: { deadLetter: { id: string } }[] }>(answer, 'captureSubmit');
  return results[0]?.deadLetter.id ?? '';
}

const preview = `query ($input: PayloadPatchPreviewInput!) { payloadPatchPreview(input: $input) {
  matched mended stillRefused notApplied
  letters { outcome before after deadLetter { id } remaining { path pointer code message } }
  userErrors { code field } } }`;
const create = `mutation ($input: PayloadPatchCreateInput!) { payloadPatchCreate(input: $input) {
  matched mended marked payloadPatch { id note createdBy operations store { code } } userErrors { code field } } }`;
const recheck = `mutation ($input: DeadLetterRecheckInput!) { deadLetterRecheck(input: $input) {
  rechecked passing userErrors { code field } } }`;

async function read(id: string, credential = operator) {
  const { data } = await api.ask(
    `query ($id: ID!) { node(id: $id) { ... on DeadLetter { wouldPassNow recheckedAt
      payloadPatch { id note matched } remainingProblems { path pointer code } } } }`,
    { id },
    credential,
  );
  return data?.node;
}

test('a patch is previewed, recorded with its author, and shown on the dead letters that it mends', async () => {
  const mended = await submitRenamedField();
  const refused = await submitRenamedField({ aisle: 7 });
  expect(await read(mended)).toEqual({
    wouldPassNow: false,
    recheckedAt: null,
    payloadPatch: null,
    remainingProblems: null,
  });
  const seen = await api.ask(preview, { input: { reason: 'FIELD_MISSING', operations } }, operator);
  expect(seen.errors).toEqual([]);
  expect(seen.data?.payloadPatchPreview).toMatchObject({
    matched: 2,
    mended: 1,
    stillRefused: 1,
    notApplied: 0,
    letters: [
      { outcome: 'PASSES', deadLetter: { id: mended }, remaining: [] },
      {
        outcome: 'STILL_REFUSED',
        deadLetter: { id: refused },
        remaining: [{ path: '$.aisle', pointer: '/aisle', message: 'aisle must be text, not a number.' }],
      },
    ],
    userErrors: [],
  });

  const input = { reason: 'FIELD_MISSING', storeCode: '0421', operations, note: 'firmware 7.2' };
  const recorded = await api.ask(create, { input }, operator);
  expect(recorded.errors).toEqual([]);
  expect(recorded.data?.payloadPatchCreate).toMatchObject({
    matched: 2,
    mended: 1,
    marked: 2,
    payloadPatch: {
      note: 'firmware 7.2',
      createdBy: 'operator@demo.gondola.local',
      operations,
      store: { code: '0421' },
    },
    userErrors: [],
  });
  expect(await read(mended)).toMatchObject({
    wouldPassNow: true,
    recheckedAt: expect.any(String),
    payloadPatch: { note: 'firmware 7.2', matched: 2 },
    remainingProblems: [],
  });
  expect(await read(refused)).toMatchObject({
    wouldPassNow: false,
    remainingProblems: [{ path: '$.aisle', pointer: '/aisle', code: 'FIELD_INVALID' }],
  });
  const [audited] = await api.db.select().from(auditLog).where(eq(auditLog.action, 'payloadPatchCreate'));
  expect(audited).toMatchObject({
    actor: 'operator@demo.gondola.local',
    facts: { note: 'firmware 7.2', operations },
  });
});

test('a recorded patch applies to later dead letters, and revoking a device key does not undo what it sent', async () => {
  const later = await submitRenamedField();
  const admin = await api.signIn('admin');
  const revoked = await api.addStore('0500');
  const { data } = await api.ask(
    'mutation ($id: ID!) { deviceKeyRevoke(input: { id: $id }) { userErrors { code } } }',
    { id: deviceKeyId },
    admin,
  );
  expect(data?.deviceKeyRevoke).toEqual({ userErrors: [] });
  const deadLetters = await api.db.select().from(deadLetter);
  const payloadPatchId = deadLetters.find((row) => row.payloadPatchId !== null)?.payloadPatchId;
  const rechecked = await api.ask(recheck, { input: { payloadPatchId } }, operator);
  expect(rechecked.data?.deadLetterRecheck).toEqual({ rechecked: 2, passing: 1, userErrors: [] });
  expect(await read(later)).toMatchObject({ wouldPassNow: true });
  const again = await api.ask(recheck, { input: { reason: 'FIELD_MISSING' } }, operator);
  expect(again.data?.deadLetterRecheck).toEqual({ rechecked: 3, passing: 2, userErrors: [] });
  const elsewhere = await api.ask(
    recheck,
    { input: { reason: 'FIELD_MISSING', storeCode: '0500' } },
    operator,
  );
  expect(elsewhere.data?.deadLetterRecheck).toMatchObject({ rechecked: 0 });
  expect(revoked.storeId).not.toBe('');
  const audited = await api.db.select().from(auditLog).where(eq(auditLog.action, 'deadLetterRecheck'));
  expect(audited).toHaveLength(3);
});

test('an invalid request is refused with the field at fault', async () => {
  const errorsOf = async (query: string, field: string, input: object) =>
    partOf<{ userErrors: unknown[] }>(await api.ask(query, { input }, operator), field).userErrors;
  const request = { reason: 'FIELD_MISSING', operations, note: 'x' };
  const { note: _, ...asked } = request;
  expect(
    await errorsOf(preview, 'payloadPatchPreview', {
      ...asked,
      operations: [{ op: 'add', path: '/__proto__/a', value: 1 }],
    }),
  ).toEqual([{ code: 'OPERATION_INVALID', field: ['operations', '0'] }]);
  expect(await errorsOf(create, 'payloadPatchCreate', { ...request, storeCode: '9' })).toEqual([
    { code: 'STORE_UNKNOWN', field: ['storeCode'] },
  ]);
  expect(await errorsOf(create, 'payloadPatchCreate', { ...request, note: ' ' })).toEqual([
    { code: 'FIELD_BLANK', field: ['note'] },
  ]);
  expect(await errorsOf(create, 'payloadPatchCreate', { ...request, reason: 'TEXT_INVALID' })).toEqual([
    { code: 'NOTHING_TO_PATCH', field: null },
  ]);
  expect(await errorsOf(recheck, 'deadLetterRecheck', {})).toEqual([
    { code: 'FIELD_MISSING', field: ['reason'] },
  ]);
  expect(await errorsOf(recheck, 'deadLetterRecheck', { payloadPatchId: 'x' })).toEqual([
    { code: 'PAYLOAD_PATCH_UNKNOWN', field: ['payloadPatchId'] },
  ]);
});

test('an analyst sees that a dead letter was mended, but not the patch', async () => {
  const query = (field: string) =>
    `{ deadLetters(first: 1) { edges { node { payloadPatch { ${field} } } } } }`;
  expect((await api.ask(query('note'), {}, analyst)).errors).toEqual([]);
  const { errors } = await api.ask(query('operations'), {}, analyst);
  expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
});
