import { alert, alertCapture, auditLog, capture, captureConflict, deviceKey, qualityRule } from '@gondola/db';

import { addScoredCapture, hashes } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { globalIdOf, uuidOf } from './ids/node-id.ts';

import { partOf, startTestApi } from './testing/start-test-api.ts';

const api = await startTestApi('oversight');
const operator = await api.signIn('operator');
const { storeId, deviceKeyId } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);

test('conflicts of all captures are listed with both photos, both payloads and the device', async () => {
  await api.db.insert(captureConflict).values([
    {
      captureId,
      payload: { store_id: '0421', later: true },
      claim: 'x',
      sha256: hashes.original,
      deviceKeyId,
    },
    { captureId, payload: null, claim: 'open:upload:1' },
  ]);
  const query = (
    filter: string,
  ) => `{ captureConflicts(filter: ${filter}) { totalCount edges { node { claim sha256
    payload photo { url } device { name model } capture { id payload photo { url } } } } } }`;
  const answer = await api.ask(query('{ storeCode: "0421" }'), {}, operator);
  expect(answer.errors).toEqual([]);
  const shown = expect.stringContaining(`/images/${hashes.display}?`);
  expect(answer.data?.captureConflicts).toMatchObject({
    totalCount: 2,
    edges: [
      {
        node: {
          claim: 'x',
          payload: { later: true },
          photo: { url: shown },
          device: { name: 'camera', model: null },
          capture: { payload: { store_id: '0421' }, photo: { url: shown } },
        },
      },
      { node: { claim: 'other bytes', sha256: null, photo: null, device: null } },
    ],
  });
  const none = await api.ask(query('{ storeCode: "0500" }'), {}, operator);
  expect(none.data?.captureConflicts).toMatchObject({ totalCount: 0, edges: [] });
});

test('an alert is acknowledged and closed by name, once each, and both are on record', async () => {
  const [raised] = await api.db
    .insert(alert)
    .values({ rule: 'CAPTURE_CONFLICT', subject: captureId, captureId, storeId, params: { claim: 'x' } })
    .returning();
  const list = async (filter: string) =>
    (
      await api.ask(
        `{ alerts(filter: ${filter}) { totalCount edges { node { rule subject params occurrences store { code }
          capture { state } acknowledgedBy closedAt closedBy } } } }`,
        {},
        operator,
      )
    ).data?.alerts;
  expect(await list('{ open: true, rule: CAPTURE_CONFLICT, storeCode: "0421" }')).toMatchObject({
    totalCount: 1,
    edges: [{ node: { subject: captureId, occurrences: 1, store: { code: '0421' }, acknowledgedBy: null } }],
  });
  const act = (name: string, id = raised?.id) =>
    api.ask(
      `mutation ($id: ID!) { ${name}(input: { id: $id }) { alert { acknowledgedBy closedBy } userErrors { code } } }`,
      { id },
      operator,
    );
  const by = 'operator@demo.gondola.local';
  for (let again = 0; again < 2; again++)
    expect((await act('alertAcknowledge')).data?.alertAcknowledge).toEqual({
      alert: { acknowledgedBy: by, closedBy: null },
      userErrors: [],
    });
  for (let again = 0; again < 2; again++)
    expect((await act('alertClose')).data?.alertClose).toMatchObject({ alert: { closedBy: by } });
  expect(await list('{ open: true }')).toMatchObject({ totalCount: 0 });
  expect(await list('{ open: false }')).toMatchObject({ totalCount: 1 });
  const entries = await api.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `alert:${raised?.id}`));
  expect(entries.map(({ action }) => action)).toEqual(['alertAcknowledge', 'alertClose']);
  expect((await act('alertClose', 'not an id')).data?.alertClose).toMatchObject({
    userErrors: [{ code: 'ALERT_UNKNOWN' }],
  });
});

test('an alert about a level lists the captures that show it, each with its trace', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  await api.db.update(capture).set({ traceParent: `00-${trace}-00f067aa0ba902b7-01` });
  const params = { scope: 'STORE', store: '0421', baseline: 0.9, level: 0.4 };
  const [raised] = await api.db
    .insert(alert)
    .values({ rule: 'SCORE_FELL', subject: `store:${storeId}`, storeId, params })
    .returning();
  await api.db.insert(alertCapture).values({ alertId: raised?.id ?? '', captureId, ordinal: 0 });
  const answer = await api.ask(
    `{ alerts(filter: { rule: SCORE_FELL, storeCode: "0421" }) { edges { node { params capture { id } store { code }
      captures { id traceId } } } } }`,
    {},
    operator,
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data?.alerts).toEqual({
    edges: [
      {
        node: {
          params,
          capture: null,
          store: { code: '0421' },
          captures: [{ id: globalIdOf('Capture', captureId), traceId: trace }],
        },
      },
    ],
  });
});

const setRule = (input: object) =>
  api.ask(
    `mutation ($input: QualityRuleSetInput!) { qualityRuleSet(input: $input) {
      rule { id store { code } deviceModel maxRetries builtIn createdBy } userErrors { code field } } }`,
    { input: { ...wholeRule, ...input } },
    operator,
  );
const wholeRule = {
  minShortSidePx: 720,
  minSharpness: 60.5,
  maxAspect: 2,
  maxRetries: 1,
  finalPolicy: 'DEAD_LETTER',
  note: 'old cameras',
};

test('of each scope the newest rule is told, the built-in one as long as no rule is for all', async () => {
  const current = async () =>
    partOf<{ note: string }[]>(
      await api.ask('{ qualityRules { builtIn deviceModel store { code } note } }', {}, operator),
      'qualityRules',
    );
  expect(await current()).toMatchObject([{ builtIn: true, deviceModel: null, store: null }]);
  const set = await setRule({ storeCode: '0421', deviceModel: ' Axis P3 ' });
  expect(set.data?.qualityRuleSet).toMatchObject({
    rule: { store: { code: '0421' }, deviceModel: 'Axis P3', builtIn: false },
    userErrors: [],
  });
  await setRule({ storeCode: '0421', deviceModel: 'axis p3', note: 'newer' });
  expect(await current()).toMatchObject([{ note: 'newer' }, { builtIn: true }]);
  await setRule({ note: 'for all' });
  expect((await current()).map(({ note }) => note)).toEqual(['for all', 'newer']);
  const entries = await api.db.select().from(auditLog).where(eq(auditLog.action, 'qualityRuleSet'));
  expect(entries).toHaveLength(3);
});

test.each([
  [{ storeCode: 'none' }, 'STORE_UNKNOWN', 'storeCode'],
  [{ deviceModel: ' ' }, 'FIELD_BLANK', 'deviceModel'],
  [{ note: '' }, 'FIELD_BLANK', 'note'],
  [{ maxAspect: 0.9 }, 'OUT_OF_RANGE', 'maxAspect'],
  [{ maxRetries: -1 }, 'OUT_OF_RANGE', 'maxRetries'],
  [{ minSharpness: -0.1 }, 'OUT_OF_RANGE', 'minSharpness'],
])('a rule with %j is refused and nothing is written', async (change, code, field) => {
  const before = await api.db.$count(qualityRule);
  const { data } = await setRule(change);
  expect(data?.qualityRuleSet).toEqual({ rule: null, userErrors: [{ code, field: [field] }] });
  expect(await api.db.$count(qualityRule)).toBe(before);
});

test('a device key is made with its model and its own quota', async () => {
  const admin = await api.signIn('admin');
  const create = (more: string) =>
    api.ask(
      `mutation { deviceKeyCreate(input: { storeCode: "0421", name: "cam", ${more} }) { deviceKeyId userErrors { code field } } }`,
      {},
      admin,
    );
  const { deviceKeyId } = partOf<{ deviceKeyId: string }>(
    await create('model: "Axis P3", capturesPerMinute: 7'),
    'deviceKeyCreate',
  );
  const rows = await api.db
    .select()
    .from(deviceKey)
    .where(eq(deviceKey.id, uuidOf('DeviceKey', deviceKeyId) ?? ''));
  expect(rows).toMatchObject([{ model: 'Axis P3', capturesPerMinute: 7 }]);
  expect((await create('capturesPerMinute: 0')).data?.deviceKeyCreate).toMatchObject({
    deviceKeyId: null,
    userErrors: [{ code: 'OUT_OF_RANGE', field: ['capturesPerMinute'] }],
  });
});
