import { auditLog, bay, capture, captureEvent, driftItem } from '@gondola/db';
import { nextPayload } from '@gondola/testkit/payload';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import { uuidOf } from './ids/node-id.ts';

import { partOf, startTestApi } from './testing/start-test-api.ts';

const api = await startTestApi('acts');
const admin = await api.signIn('admin');
const manager = await api.signIn('category_manager');
const { device, storeId } = await api.addStore('0421');

const audited = async (action: string) =>
  (await api.db.select().from(auditLog).where(eq(auditLog.action, action))).map(({ actor, object }) => ({
    actor,
    object,
  }));

test('an admin makes a store once, and the audit log says who', async () => {
  const create = `mutation ($input: StoreCreateInput!) { storeCreate(input: $input) {
    store { code timeZone } userErrors { code field } } }`;
  const input = { code: '0777', name: 'Harbour', timeZone: 'Europe/Berlin' };
  const first = await api.ask(create, { input }, admin);
  expect(first.data?.storeCreate).toEqual({
    store: { code: '0777', timeZone: 'Europe/Berlin' },
    userErrors: [],
  });
  const again = await api.ask(create, { input }, admin);
  expect(again.data?.storeCreate).toEqual({
    store: null,
    userErrors: [{ code: 'STORE_EXISTS', field: ['code'] }],
  });
  const wrong = await api.ask(
    create,
    { input: { code: ' ', name: 'x'.repeat(201), timeZone: 'Mars' } },
    admin,
  );
  expect(wrong.data?.storeCreate).toMatchObject({
    userErrors: [
      { code: 'FIELD_BLANK', field: ['code'] },
      { code: 'FIELD_TOO_LONG', field: ['name'] },
      { code: 'TIME_ZONE_UNKNOWN', field: ['timeZone'] },
    ],
  });
  expect(await audited('storeCreate')).toEqual([{ actor: 'admin@demo.gondola.local', object: 'store:0777' }]);
});

test('a device key works from the answer on that shows it, until it is revoked', async () => {
  const created = await api.ask(
    'mutation { deviceKeyCreate(input: { storeCode: "0421", name: "camera 2" }) { deviceKeyId secret userErrors { code } } }',
    {},
    admin,
  );
  const { deviceKeyId, secret } = partOf<{ deviceKeyId: string; secret: string }>(created, 'deviceKeyCreate');
  expect(secret).toMatch(/^gnd_[\w-]{43}$/);
  const stored = await api.db.execute(
    sql`select * from device_key where id = ${uuidOf('DeviceKey', deviceKeyId)}`,
  );
  expect(JSON.stringify(stored.rows)).not.toContain(secret);
  const viewer = () => api.ask('{ viewer { kind } }', {}, { authorization: `Bearer ${secret}` });
  expect((await viewer()).data?.viewer).toEqual({ kind: 'DEVICE' });
  const revoke = () =>
    api.ask(
      'mutation ($id: ID!) { deviceKeyRevoke(input: { id: $id }) { deviceKeyId userErrors { code } } }',
      { id: deviceKeyId },
      admin,
    );
  for (let i = 0; i < 2; i += 1)
    expect((await revoke()).data?.deviceKeyRevoke).toEqual({ deviceKeyId, userErrors: [] });
  expect((await viewer()).data?.viewer).toEqual({ kind: 'NOBODY' });
  expect(await audited('deviceKeyRevoke')).toHaveLength(1);
});

const content = JSON.stringify(planogramFile());
const importIt = `mutation ($input: PlanogramImportInput!) { planogramImport(input: $input) {
  version { id label planogram { code versions { label } } positions { positionId product { sku } } shelves { number } }
  problems { path code } notes userErrors { code field } } }`;

test('a planogram is imported once, and another file under its label is refused', async () => {
  const input = { format: 'GONDOLA', content, label: 'snacks-2026-47', code: 'snacks', name: 'Snacks' };
  const imported = await api.ask(importIt, { input }, manager);
  expect(imported.errors).toEqual([]);
  expect(imported.data?.planogramImport).toMatchObject({
    version: {
      label: 'snacks-2026-47',
      planogram: { code: 'snacks', versions: [{ label: 'snacks-2026-47' }] },
      positions: [{ positionId: 'p1' }, { positionId: 'p2' }],
    },
    problems: [],
    userErrors: [],
  });
  const again = await api.ask(importIt, { input }, manager);
  expect(again.data).toEqual(imported.data);
  const other = await api.ask(importIt, { input: { ...input, content: `${content}\n` } }, manager);
  expect(other.data?.planogramImport).toMatchObject({
    version: null,
    userErrors: [{ code: 'LABEL_TAKEN', field: ['label'] }],
  });
  expect(await audited('planogramImport')).toHaveLength(1);
});

test.each([
  ['no JSON', '{'],
  ['an empty object', '{}'],
  ['text with NUL inside JSON', content.replace('"p1"', '"p\\u0000"')],
  ['half a surrogate pair inside JSON', content.replace('"p1"', '"p\\ud800"')],
])('a file with %s has problems and no version', async (_what, broken) => {
  const input = { format: 'GONDOLA', content: broken, label: `broken-${_what}` };
  const answer = await api.ask(importIt, { input }, manager);
  expect(answer.errors).toEqual([]);
  const { version, problems } = partOf<{ version: unknown; problems: unknown[] }>(answer, 'planogramImport');
  expect(version).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
});

test('a version is activated for a bay, which is made when it is new', async () => {
  const activate = `mutation ($label: String!, $storeCode: String!) {
    planogramVersionActivate(input: { label: $label, storeCode: $storeCode, aisle: " a12-b03 " }) {
      bay { aisle activeVersion { label } } version { activeBays { store { code } } } userErrors { code field } } }`;
  const { data } = await api.ask(activate, { label: 'snacks-2026-47', storeCode: '0421' }, manager);
  expect(data?.planogramVersionActivate).toMatchObject({
    bay: { activeVersion: { label: 'snacks-2026-47' } },
    version: { activeBays: [{ store: { code: '0421' } }] },
    userErrors: [],
  });
  const unknown = await api.ask(activate, { label: 'none', storeCode: '0421' }, manager);
  expect(unknown.data?.planogramVersionActivate).toMatchObject({
    userErrors: [{ code: 'VERSION_UNKNOWN', field: ['label'] }],
  });
  const nowhere = await api.ask(activate, { label: 'snacks-2026-47', storeCode: '9' }, manager);
  expect(nowhere.data?.planogramVersionActivate).toMatchObject({ userErrors: [{ code: 'STORE_UNKNOWN' }] });
  expect(await audited('planogramVersionActivate')).toHaveLength(1);
});

test('waiting captures are shown as a group, which a manager releases as a batch', async () => {
  await addDriftedCapture();
  const groups = await api.ask(
    '{ driftGroups { key count taggedVersion modes bay { id aisle } active { label } tagged { label } } driftItems(filter: { open: true }) { totalCount edges { node { capture { state } } } } }',
    {},
    manager,
  );
  expect(groups.errors).toEqual([]);
  const [group] = partOf<{ bay: { id: string } }[]>(groups, 'driftGroups');
  expect(group).toMatchObject({
    count: 1,
    taggedVersion: 'snacks-2026-46',
    tagged: null,
    active: { label: 'snacks-2026-47' },
  });
  const { data, errors } = await api.ask(
    `mutation ($bayId: ID!) { reprocessStart(input: { mode: RELEASE, versionChoice: ACTIVE, reason: "the tag is late",
       scope: { driftGroup: { bayId: $bayId, taggedVersion: "snacks-2026-46" } } }) {
         batch { state mode publishesAtOnce createdBy } userErrors { code } } }`,
    { bayId: group?.bay.id },
    manager,
  );
  expect(errors).toEqual([]);
  expect(data?.reprocessStart).toEqual({
    batch: {
      state: 'EXPANDING',
      mode: 'RELEASE',
      publishesAtOnce: true,
      createdBy: 'manager@demo.gondola.local',
    },
    userErrors: [],
  });
  const dryRun = await api.ask(
    `query ($bayId: ID!) { reprocessPreview(input: { mode: RELEASE, versionChoice: ACTIVE,
       scope: { driftGroup: { bayId: $bayId, taggedVersion: "snacks-2026-46" } } }) { captures eligible } }`,
    { bayId: group?.bay.id },
    manager,
  );
  expect(dryRun.data?.reprocessPreview).toEqual({ captures: 1, eligible: 1 });
  expect(await audited('reprocessStart')).toHaveLength(1);
  const breaks = await api.db.execute(sql`select * from audit_log_breaks()`);
  expect(breaks.rows).toEqual([]);
});

test('the pipeline is counted by state, and queues by what waits in them', async () => {
  const answer = await api.ask(
    '{ pipeline { states { state count } driftOpen deadLettersOpen scoredLastHour medianScore } queues { name ready active deferred oldestSeconds } }',
    {},
    manager,
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data?.pipeline).toMatchObject({
    driftOpen: 1,
    deadLettersOpen: 0,
    scoredLastHour: 0,
    medianScore: null,
  });
  const { states } = partOf<{ states: { state: string; count: number }[] }>(answer, 'pipeline');
  expect(states.find(({ state }) => state === 'VERSION_DRIFT')).toEqual({ state: 'VERSION_DRIFT', count: 1 });
  expect(partOf<{ name: string }[]>(answer, 'queues').map(({ name }) => name)).toContain('PREPROCESS');
});

/** A capture as the version gate leaves it. */
async function addDriftedCapture(): Promise<string> {
  await api.ask(
    'mutation ($payload: JSON!) { captureSubmit(input: { captures: [$payload] }) { results { outcome } } }',
    { payload: nextPayload('0421', { planogram_version: 'snacks-2026-46' }) },
    device,
  );
  const [row] = await api.db.select().from(capture).where(eq(capture.storeId, storeId));
  const [place] = await api.db.select().from(bay).where(eq(bay.storeId, storeId));
  const captureId = row?.id ?? '';
  await api.db
    .update(capture)
    .set({ state: 'VERSION_DRIFT', revision: 2, jobId: null })
    .where(eq(capture.id, captureId));
  await api.db.insert(captureEvent).values(
    (['PREPROCESSED', 'VERSION_DRIFT'] as const).map((toState, i) => ({
      captureId,
      revision: i + 1,
      fromState: (['INGESTED', 'PREPROCESSED'] as const)[i] ?? null,
      toState,
      reason: 'PASS',
      facts: {},
      actor: 'worker',
    })),
  );
  await api.db.insert(driftItem).values({
    captureId,
    bayId: place?.id ?? '',
    reason: 'VERSION_UNKNOWN',
    taggedVersion: 'snacks-2026-46',
  });
  return captureId;
}

/** A metre of shelf with two products side by side. */
function planogramFile() {
  const product = (sku: string) => ({ sku, name: `Product ${sku}`, widthMm: 100, heightMm: 200 });
  return {
    format: 'gondola-planogram/1',
    widthMm: 1000,
    heightMm: 500,
    shelves: [{ id: 's1', xMm: 0, yMm: 400, widthMm: 1000, heightMm: 30 }],
    products: [product('0001'), product('0002')],
    positions: [
      { id: 'p1', sku: '0001', shelf: 's1', xMm: 0, facings: { horizontal: 2 } },
      { id: 'p2', sku: '0002', shelf: 's1', xMm: 300 },
    ],
  };
}
