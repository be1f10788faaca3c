import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  alert,
  breakerAudit,
  breakerTransition,
  capture,
  captureConflict,
  category,
  device,
  driftItem,
  integrityReport,
  masterDataImport,
  payloadPatch,
  plannedActivation,
  qualityRule,
  reprocessBatch,
  rescoreOffer,
  retentionPolicy,
  retentionRun,
  silentDrift,
  verdictOverrule,
  waiver,
} from '@gondola/db';
import { addScoredCapture } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { buildSchema, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { globalIdOf, readGlobalId } from '../../ids/node-id.ts';
import { type Credential, startTestApi } from '../../testing/start-test-api.ts';

const api = await startTestApi('nodes');
const { db } = api;
const admin = await api.signIn('admin');
const own = await api.addStore('0001');
const other = await api.addStore('0002');
const captureId = await addScoredCapture(db, own.storeId);

const keys = await addRows();
const schema = buildSchema(
  readFileSync(fileURLToPath(new URL('../../../schema.graphql', import.meta.url)), 'utf8'),
);
const withId = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => 'id' in type.getFields());
const nodeTypes = withId.map(({ name }) => name);

async function find(type: string, key: string, credential: Credential) {
  const id = globalIdOf(type, key);
  const answer = await api.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id }, credential);
  expect(answer.errors).toEqual([]);
  return answer.data?.node;
}

test('a type that has a field `id` is a node, and every node is asked for below', () => {
  const strangers = withId.filter((type) => !type.getInterfaces().some(({ name }) => name === 'Node'));
  expect(strangers.map(({ name }) => name)).toEqual([]);
  expect(Object.keys(keys).toSorted()).toEqual(nodeTypes.toSorted());
});

test.each(nodeTypes)('%s is found again by its id, by a viewer who may list it', async (type) => {
  const key = keys[type];
  if (key === undefined) throw new Error(`add a row of ${type} to this test`);
  const id = globalIdOf(type, key);
  expect(await find(type, key, admin)).toEqual({ __typename: type, id });
  expect(readGlobalId(id)).toEqual({ type, id: key });
});

test.each(nodeTypes)('%s is not there for a stranger, nor for a device of another store', async (type) => {
  const key = keys[type] ?? '';
  expect(await find(type, key, {})).toBeNull();
  expect(await find(type, key, other.device)).toBeNull();
});

test('a device finds of its own store what it may list', async () => {
  const found: string[] = [];
  for (const type of nodeTypes) if (await find(type, keys[type] ?? '', own.device)) found.push(type);
  expect(found.toSorted()).toEqual([
    'Bay',
    'Capture',
    'PositionVerdict',
    'RecaptureRequest',
    'Score',
    'Store',
    'VerdictOverrule',
  ]);
});

test('an id that is none, or of another type, finds nothing', async () => {
  const { Capture: key = '', PositionVerdict: finding = '' } = keys;
  for (const [type, wrong] of [
    ['Bay', key],
    ['Nothing', key],
    ['Capture', finding],
    ['PositionVerdict', key],
    ['PositionVerdict', `${key}:0`],
    ['Capture', 'x'],
  ] as const)
    expect(await find(type, wrong, admin)).toBeNull();
});

test('the ids of lists and payloads are global, and mutations take them', async () => {
  const answer = await api.ask(
    `query ($id: ID!) { alerts { edges { node { id } } } qualityRules { id builtIn }
      capture(id: $id) { currentScore { verdicts { id ordinal } } recaptureRequest { id } } }`,
    { id: captureId },
    admin,
  );
  expect(answer.errors).toEqual([]);
  const alertId = globalIdOf('Alert', keys.Alert ?? '');
  expect(answer.data).toMatchObject({
    alerts: { edges: [{ node: { id: alertId } }] },
    qualityRules: [
      { id: globalIdOf('QualityRule', keys.QualityRule ?? '') },
      { id: globalIdOf('QualityRule', '00000000-0000-0000-0000-000000000000'), builtIn: true },
    ],
    capture: { recaptureRequest: { id: globalIdOf('RecaptureRequest', keys.RecaptureRequest ?? '') } },
  });
  for (const id of [alertId, keys.Alert]) {
    const { data } = await api.ask(
      'mutation ($id: ID!) { alertAcknowledge(input: { id: $id }) { alert { id } userErrors { code } } }',
      { id },
      admin,
    );
    expect(data?.alertAcknowledge).toEqual({ alert: { id: alertId }, userErrors: [] });
  }
});

test('the built-in quality rule is found too', async () => {
  const nil = '00000000-0000-0000-0000-000000000000';
  expect(await find('QualityRule', nil, admin)).toMatchObject({ __typename: 'QualityRule' });
});

/** Adds what a scored capture lacks: the key of one row of each type of node. */
async function addRows(): Promise<Record<string, string>> {
  const only = <Row>([row]: Row[]): Row => {
    if (row === undefined) throw new Error('no row');
    return row;
  };
  const [createdBy, reason, note] = ['a@example.org', 'because', 'because'];
  const { currentScoreId, bayId, ...row } = only(
    await db.select().from(capture).where(eq(capture.id, captureId)),
  );
  const [scoreId, versionId] = [currentScoreId ?? '', row.pinnedVersionId ?? ''];
  const rowOf = {
    letter: only(await db.query.deadLetter.findMany()),
    plan: only(await db.query.planogram.findMany()),
    recapture: only(await db.query.recaptureRequest.findMany()),
    conflict: only(await db.select().from(captureConflict)),
  };
  const item = only((await db.query.product.findMany()).slice(0, 1));
  const now = new Date();
  const policy = only(
    await db.insert(retentionPolicy).values({ reviewDays: 1, noticeDays: 1, note, createdBy }).returning(),
  );
  const idOf = async (insertion: PromiseLike<{ id: string }[]>) => only(await insertion).id;
  return {
    Store: own.storeId,
    Bay: bayId,
    DeviceKey: own.deviceKeyId,
    Device: await idOf(db.insert(device).values({ storeId: own.storeId }).returning()),
    Capture: captureId,
    CaptureConflict: rowOf.conflict.id,
    RecaptureRequest: rowOf.recapture.id,
    DeadLetter: rowOf.letter.id,
    Score: scoreId,
    PositionVerdict: `${scoreId}:1`,
    Product: item.id,
    Category: await idOf(db.insert(category).values({ code: 'COF', name: 'Coffee' }).returning()),
    MasterDataImport: await idOf(
      db.insert(masterDataImport).values({ kind: 'BAYS', source: 'API', createdBy }).returning(),
    ),
    Planogram: rowOf.plan.id,
    PlanogramVersion: versionId,
    QualityRule: await idOf(
      db
        .insert(qualityRule)
        .values({
          storeId: own.storeId,
          minShortSidePx: 1,
          minSharpness: 1,
          maxAspect: 2,
          maxRetries: 1,
          finalPolicy: 'SCORE_FLAGGED',
          note,
          createdBy,
        })
        .returning(),
    ),
    DriftItem: await idOf(
      db
        .insert(driftItem)
        .values({ captureId, bayId, reason: 'VERSION_UNKNOWN', taggedVersion: 'tagged' })
        .returning(),
    ),
    SilentDriftItem: await idOf(
      db
        .insert(silentDrift)
        .values({
          captureId,
          bayId,
          scoreId,
          pinnedVersionId: versionId,
          betterVersionId: versionId,
          pinnedScore: 0.5,
          betterScore: 1,
          discriminatingFacings: 3,
          reason,
        })
        .returning(),
    ),
    PayloadPatch: await idOf(
      db
        .insert(payloadPatch)
        .values({
          reason: 'FIELD_MISSING',
          storeId: own.storeId,
          operations: [],
          note,
          createdBy,
          matched: 1,
          mended: 1,
        })
        .returning(),
    ),
    Alert: await idOf(
      db
        .insert(alert)
        .values({
          rule: 'CAPTURE_CONFLICT',
          subject: captureId,
          storeId: own.storeId,
          captureId,
          params: { claim: 'x' },
        })
        .returning(),
    ),
    VerdictOverrule: await idOf(
      db
        .insert(verdictOverrule)
        .values({ captureId, scoreId, positionId: 'p1', ordinal: 0, reason, author: createdBy })
        .returning(),
    ),
    Waiver: await idOf(
      db
        .insert(waiver)
        .values({
          bayId,
          planogramId: rowOf.plan.id,
          positionId: 'p1',
          productId: item.id,
          reason,
          author: createdBy,
          expiresAt: now,
        })
        .returning(),
    ),
    PlannedActivation: await idOf(
      db
        .insert(plannedActivation)
        .values({
          versionId,
          scope: { aisle: 'A1', storeIds: [own.storeId], groupIds: [] },
          dueAt: now,
          createdBy,
        })
        .returning(),
    ),
    BreakerAudit: await idOf(
      db.insert(breakerAudit).values({ name: 'b', from: now, to: now, evidence: {}, createdBy }).returning(),
    ),
    BreakerTransition: await idOf(
      db
        .insert(breakerTransition)
        .values({
          name: 'b',
          generation: 1,
          fromState: 'CLOSED',
          toState: 'OPEN',
          reason,
          facts: {},
          actor: createdBy,
        })
        .returning(),
    ),
    RescoreOffer: await idOf(
      db
        .insert(rescoreOffer)
        .values({ breaker: 'b', outageFrom: now, outageTo: now, captures: 1 })
        .returning(),
    ),
    ReprocessBatch: await idOf(
      db
        .insert(reprocessBatch)
        .values({
          state: 'DONE',
          mode: 'RESCORE',
          scope: {},
          versionChoice: 'PINNED',
          publishesAtOnce: false,
          reason,
          createdBy,
        })
        .returning(),
    ),
    RetentionRun: await idOf(
      db
        .insert(retentionRun)
        .values({ kind: 'DRY_RUN', policyId: policy.id, facts: {}, createdBy })
        .returning(),
    ),
    IntegrityReport: await idOf(
      db
        .insert(integrityReport)
        .values({
          rows: 1,
          objects: 1,
          missing: 0,
          damaged: 0,
          orphaned: 0,
          samples: { missing: [], damaged: [], orphaned: [] },
          createdBy,
        })
        .returning(),
    ),
  };
}
