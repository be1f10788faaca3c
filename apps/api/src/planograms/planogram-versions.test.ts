import { auditLog, plannedActivation } from '@gondola/db';
import { nextPayload } from '@gondola/testkit/payload';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';
import { importShelf } from './planogram-shelf.testing.ts';

const api = await startTestApi('versions');
const manager = await api.signIn('category_manager');
const analyst = await api.signIn('analyst');
const { device } = await api.addStore('0421');
await api.addStore('0422');
await api.addStore('0423');

await importShelf(api, manager, { label: 'spring', skus: ['1', '2', '3'] });
await importShelf(api, manager, {
  label: 'summer',
  skus: ['2', '1', '4'],
  period: { effectiveFrom: '2020-06-01T00:00:00Z', effectiveTo: '2020-09-01T00:00:00Z' },
});

const activate = (input: object) =>
  api.ask(
    `mutation ($input: PlanogramVersionActivateInput!) { planogramVersionActivate(input: $input) {
      bay { aisle activeVersion { label facts { expired } } } version { label }
      activation { id state dueAt aisle stores { code } groups { code stores { code } } capturesReleased
        outcome { bays activated unchanged overtaken } }
      userErrors { code message field } } }`,
    { input },
    manager,
  );
const setGroup = (input: object) =>
  api.ask(
    `mutation ($input: StoreGroupSetInput!) { storeGroupSet(input: $input) {
      group { code name stores { code } } userErrors { code message field } } }`,
    { input },
    manager,
  );
const audited = async (action: string) =>
  (await api.db.select().from(auditLog).where(eq(auditLog.action, action))).map(({ object }) => object);

test('a group of stores is created, changed, listed and audited', async () => {
  const input = { code: 'north', name: 'North', storeCodes: ['0421', '0422', '0421'] };
  const made = await setGroup(input);
  expect(made.data?.storeGroupSet).toEqual({
    group: { code: 'north', name: 'North', stores: [{ code: '0421' }, { code: '0422' }] },
    userErrors: [],
  });
  await setGroup({ ...input, name: 'The north', storeCodes: ['0422', '0423'] });
  const listed = await api.ask('{ storeGroups { code name stores { code } } }', {}, analyst);
  expect(listed.data?.storeGroups).toEqual([
    { code: 'north', name: 'The north', stores: [{ code: '0422' }, { code: '0423' }] },
  ]);
  const wrong = await setGroup({ code: '', name: 'x', storeCodes: ['0421', 'none', 'nowhere'] });
  expect(wrong.data?.storeGroupSet).toEqual({
    group: null,
    userErrors: [
      { code: 'FIELD_BLANK', message: 'code is blank.', field: ['code'] },
      { code: 'STORE_UNKNOWN', message: 'There is no store "none", "nowhere".', field: ['storeCodes'] },
    ],
  });
  expect(await audited('storeGroupSet')).toEqual(['store-group:north', 'store-group:north']);
});

test('several stores and groups are activated at once, with the bays counted', async () => {
  const answer = await activate({
    label: 'spring',
    aisle: 'a1',
    storeCodes: ['0421'],
    groupCodes: ['north'],
  });
  expect(answer.errors).toEqual([]);
  expect(answer.data?.planogramVersionActivate).toMatchObject({
    bay: null,
    version: { label: 'spring' },
    activation: {
      state: 'DONE',
      aisle: 'A1',
      stores: [{ code: '0421' }],
      groups: [{ code: 'north', stores: [{ code: '0422' }, { code: '0423' }] }],
      outcome: { bays: 3, activated: 3, unchanged: 0, overtaken: 0 },
    },
    userErrors: [],
  });
  const answered = await api.ask(
    `{ planogramVersion(label: "spring") { sourceFormat createdBy facts { positions facings products activeBays assignments expired }
      assignments { bay { store { code } } deactivatedAt activatedBy activation { state } } planogram { versions { label } } } }`,
    {},
    analyst,
  );
  expect(answered.data?.planogramVersion).toMatchObject({
    sourceFormat: 'GONDOLA',
    createdBy: 'manager@demo.gondola.local',
    facts: { positions: 3, facings: 3, products: 3, activeBays: 3, assignments: 3, expired: false },
    planogram: { versions: [{ label: 'spring' }, { label: 'summer' }] },
  });
  const { assignments } = partOf<{ assignments: unknown[] }>(answered, 'planogramVersion');
  expect(assignments).toHaveLength(3);
  expect(assignments[0]).toMatchObject({
    deactivatedAt: null,
    activatedBy: 'manager@demo.gondola.local',
    activation: { state: 'DONE' },
  });
});

test('an activation that is not possible is refused with its reason', async () => {
  const codes = async (input: object) =>
    partOf<{ userErrors: { code: string; field: string[] | null }[] }>(
      await activate({ label: 'spring', aisle: 'a1', ...input }),
      'planogramVersionActivate',
    ).userErrors.map(({ code, field }) => `${code} ${field}`);
  expect(await codes({})).toEqual(['SCOPE_EMPTY storeCodes']);
  expect(await codes({ storeCodes: ['9'], groupCodes: ['south'], label: 'none' })).toEqual([
    'VERSION_UNKNOWN label',
    'STORE_UNKNOWN storeCodes',
    'GROUP_UNKNOWN groupCodes',
  ]);
  expect(await codes({ storeCode: '0421', at: '2020-01-01T00:00:00Z' })).toEqual(['AT_PAST at']);
});

test('the consequences are shown first; an activation is planned, listed and cancelled', async () => {
  const at = '2099-01-01T00:00:00.000Z';
  const input = { label: 'summer', aisle: 'A1', storeCodes: ['0421', '0422'], at };
  const preview = await api.ask(
    `query ($input: PlanogramVersionActivateInput!) { planogramActivationPreview(input: $input, baysFirst: 1) {
      consequences { version { label } at baysTotal baysReplaced baysUnchanged baysNew capturesReleased capturesToDrift capturesInFlight
        warnings { code message } bays { store { code } bay { aisle } activeVersion { label } expired } } userErrors { code } } }`,
    { input },
    manager,
  );
  expect(preview.errors).toEqual([]);
  expect(preview.data?.planogramActivationPreview).toMatchObject({
    consequences: {
      version: { label: 'summer' },
      at,
      baysTotal: 2,
      baysReplaced: 2,
      baysUnchanged: 0,
      baysNew: 0,
      warnings: [{ code: 'NO_LONGER_EFFECTIVE' }],
      bays: [
        { store: { code: '0421' }, bay: { aisle: 'A1' }, activeVersion: { label: 'spring' }, expired: false },
      ],
    },
    userErrors: [],
  });
  const planned = partOf<{ activation: { id: string; state: string } }>(
    await activate(input),
    'planogramVersionActivate',
  ).activation;
  expect(planned).toMatchObject({ state: 'PLANNED', outcome: null });
  const list = await api.ask(
    '{ plannedActivations(filter: { states: [PLANNED], label: "summer" }) { totalCount edges { node { id createdBy } } } }',
    {},
    analyst,
  );
  expect(list.data?.plannedActivations).toEqual({
    totalCount: 1,
    edges: [{ node: { id: planned.id, createdBy: 'manager@demo.gondola.local' } }],
  });
  const cancel = () =>
    api.ask(
      'mutation ($id: ID!) { plannedActivationCancel(input: { id: $id }) { activation { state endedBy } userErrors { code } } }',
      { id: planned.id },
      manager,
    );
  const cancelled = { state: 'CANCELLED', endedBy: 'manager@demo.gondola.local' };
  expect((await cancel()).data?.plannedActivationCancel).toEqual({ activation: cancelled, userErrors: [] });
  expect((await cancel()).data?.plannedActivationCancel).toEqual({
    activation: cancelled,
    userErrors: [{ code: 'ACTIVATION_ENDED' }],
  });
  expect(await api.db.$count(plannedActivation, eq(plannedActivation.state, 'PLANNED'))).toBe(0);
});

test('a bay whose active version’s period is over is marked as such', async () => {
  const { data } = await activate({ label: 'summer', storeCode: '0423', aisle: 'x9' });
  expect(data?.planogramVersionActivate).toMatchObject({
    bay: { aisle: 'X9', activeVersion: { label: 'summer', facts: { expired: true } } },
    activation: null,
  });
});

test('a device sees the facts of its own store only, and no names of people', async () => {
  await api.ask(
    'mutation ($payload: JSON!) { captureSubmit(input: { captures: [$payload] }) { results { outcome } } }',
    { payload: nextPayload('0421', { aisle: 'A1', planogram_version: 'spring' }) },
    device,
  );
  const ask = (fields: string) =>
    api.ask(`{ captures(first: 1) { edges { node { bay { activeVersion { ${fields} } } } } } }`, {}, device);
  const seen = await ask('label facts { activeBays assignments } assignments { bay { store { code } } }');
  expect(seen.errors).toEqual([]);
  expect(JSON.stringify(seen.data)).toContain('"facts":{"activeBays":1,"assignments":1}');
  expect(JSON.stringify(seen.data)).not.toContain('0422');
  for (const field of ['createdBy', 'assignments { activatedBy }', 'export(format: CSV)'])
    expect(JSON.stringify((await ask(field)).errors)).toContain('FORBIDDEN');
});
