import { type Role, roles } from '@gondola/db';
import { nextPayload } from '@gondola/testkit/payload';
import { describe, expect, test } from 'vitest';

import { globalIdOf } from '../ids/node-id.ts';

import { type Credential, startTestApi } from '../testing/start-test-api.ts';
import { type Act, accessPolicy } from './access-policy.ts';

const api = await startTestApi('access');
const { device } = await api.addStore('0421');
const revoked = await api.addStore('0500');
const { data: revocation } = await api.ask(
  'mutation ($id: ID!) { deviceKeyRevoke(input: { id: $id }) { deviceKeyId } }',
  { id: revoked.deviceKeyId },
  await api.signIn('admin'),
);

const credentials: Record<Role | 'device' | 'revoked device' | 'nobody', Credential> = {
  analyst: await api.signIn('analyst'),
  category_manager: await api.signIn('category_manager'),
  operator: await api.signIn('operator'),
  admin: await api.signIn('admin'),
  device,
  'revoked device': revoked.device,
  nobody: {},
};

const nothing = '00000000-0000-7000-8000-000000000000';
/** One operation for each act that GraphQL offers. */
const operations: Record<Exclude<Act, 'uploadPut' | 'productImagePut' | 'rawPayloadRead'>, string> = {
  captureRead: '{ captures(first: 1) { totalCount } }',
  storeList: '{ stores { code } storeGroups { code } }',
  planogramList: `{ planograms(first: 1) { totalCount } planogramVersion(label: "x") { label } plannedActivations(first: 1) { totalCount }
    planogramVersionDiff(fromVersionId: "${nothing}", toVersionId: "${nothing}") { summary }
    versionMapping(fromVersionId: "${nothing}", toVersionId: "${nothing}") { kind } }`,
  driftList:
    '{ driftGroups { key } driftItems(first: 1) { totalCount } silentDriftGroups { key } silentDriftItems(first: 1) { totalCount } }',
  deadLetterList: '{ deadLetters(first: 1) { totalCount } deadLetterReasons { count } }',
  queueList:
    '{ intakeObstacle { code } queues { name } pipeline { driftOpen states { count } medianScore scoredLastHour deadLettersOpen } }',
  inferenceRead: `{ breakers { name since policy { builtIn } transitions(first: 1) { totalCount } } breaker(name: "x") { name }
    inferenceTiers { tier } breakerAudits(first: 1) { totalCount } rescoreOffers(first: 1) { totalCount }
    breakerMinutes(name: "x/y", from: "2026-01-01T00:00:00Z", to: "2026-01-01T01:00:00Z") { ok }
    fallbackSeries(from: "2026-01-01T00:00:00Z", to: "2026-01-01T01:00:00Z", bucketMinutes: 30) { alertRate } sandbox { url } }`,
  breakerIsolate: 'mutation { breakerIsolate(input: { name: "none", reason: "x" }) { userErrors { code } } }',
  breakerRestore: 'mutation { breakerRestore(input: { name: "none", reason: "x" }) { userErrors { code } } }',
  breakerAuditRun: 'mutation { breakerAuditRun(input: { name: "none" }) { userErrors { code } } }',
  breakerAuditDecide: `mutation { breakerAuditDecide(input: { id: "${nothing}", approve: true, note: "x" }) { userErrors { code } } }`,
  rescoreOfferDismiss: `mutation { rescoreOfferDismiss(input: { id: "${nothing}" }) { userErrors { code } } }`,
  sandboxFaultSet:
    'mutation { sandboxFaultSet(input: { provider: VERTEX, fault: DOWN }) { userErrors { code } } }',
  conflictList: '{ captureConflicts(first: 1) { totalCount } }',
  alertList: '{ alerts(first: 1) { totalCount } }',
  qualityRuleList: '{ qualityRules { id } }',
  recaptureList: '{ recaptureRequests(first: 1) { totalCount } }',
  waiverList: '{ waivers(first: 1) { totalCount } }',
  retentionRead: `{ retentionPolicy { reviewDays } retentionRuns(first: 1) { totalCount }
    integrityReports(first: 1) { totalCount } }`,
  verdictOverrule: `mutation { verdictOverrule(input: { captureId: "${nothing}", expectedScoreId: "${nothing}", positionId: "x",
    verdict: MATCH, reason: "x" }) { userErrors { code } } }`,
  waiverCreate: `mutation { waiverCreate(input: { bayId: "${nothing}", positionId: "x", expiresAt: "2020-01-01T00:00:00Z",
    reason: "x" }) { userErrors { code } } }`,
  waiverRevoke: `mutation { waiverRevoke(input: { id: "${nothing}" }) { userErrors { code } } }`,
  silentDriftDismiss: `mutation { silentDriftDismiss(input: { bayId: "${nothing}", pinnedVersionId: "${nothing}",
    betterVersionId: "${nothing}", reason: "x" }) { userErrors { code } } }`,
  captureKeep: `mutation { captureKeep(input: { id: "${nothing}", reason: "x" }) { userErrors { code } } }`,
  captureKeepRelease: `mutation { captureKeepRelease(input: { id: "${nothing}" }) { userErrors { code } } }`,
  retentionPolicySet: `mutation { retentionPolicySet(input: { reviewDays: 0, noticeDays: 0, note: "x" }) { userErrors { code } } }`,
  retentionDryRun: 'mutation { retentionDryRun { userErrors { code } } }',
  integrityCheck: 'mutation { integrityCheck { report { id } } }',
  recaptureRequest: `mutation { recaptureRequest(input: { captureId: "${nothing}" }) { userErrors { code } } }`,
  recaptureWithdraw: `mutation { recaptureWithdraw(input: { id: "${nothing}" }) { userErrors { code } } }`,
  alertAcknowledge: `mutation { alertAcknowledge(input: { id: "${nothing}" }) { userErrors { code } } }`,
  alertClose: `mutation { alertClose(input: { id: "${nothing}" }) { userErrors { code } } }`,
  qualityRuleSet: `mutation { qualityRuleSet(input: { minShortSidePx: -1, minSharpness: 0, maxAspect: 2, maxRetries: 1,
    finalPolicy: SCORE_FLAGGED, note: "x" }) { userErrors { code } } }`,
  captureSubmit: `mutation ($payload: JSON!) { captureSubmit(input: { captures: [$payload] }) { results { outcome } } }`,
  captureUploadCreate:
    'mutation { captureUploadCreate(input: { mimeType: "image/jpeg", byteLength: 10 }) { uploadId } }',
  planogramImport:
    'mutation { planogramImport(input: { format: GONDOLA, content: "{}" }) { problems { code } } }',
  masterDataRead: '{ masterDataImports(first: 1) { totalCount } }',
  masterDataSave:
    'mutation { masterDataImportPreview(input: { kind: BAYS, content: "x" }) { userErrors { code } } productsSave(input: { rows: [] }) { results { outcome } } }',
  planogramVersionActivate:
    'mutation { planogramVersionActivate(input: { label: "x", storeCode: "0421", aisle: "A1" }) { userErrors { code } } }',
  versionMappingSave: `mutation { versionMappingSave(input: { fromVersionId: "${nothing}", toVersionId: "${nothing}", entries: [] })
    { userErrors { code } } }`,
  storeGroupSet:
    'mutation { storeGroupSet(input: { code: "", name: "x", storeCodes: [] }) { userErrors { code } } }',
  batchList: `{ reprocessBatches(first: 1) { totalCount } reprocessBatch(id: "${nothing}") { id } }`,
  reprocessPreview: `{ reprocessPreview(input: { scope: { captureIds: [] }, mode: RESCORE, versionChoice: PINNED }) { captures } }`,
  reprocessStart: `mutation { reprocessStart(input: { scope: { captureIds: [] }, mode: RESCORE, versionChoice: PINNED, reason: "x" }) { userErrors { code } } }`,
  reprocessAct: `mutation { reprocessAct(input: { id: "${nothing}", act: PAUSE }) { userErrors { code } } }`,
  rescoreOfferAccept: `mutation { rescoreOfferAccept(input: { id: "${nothing}" }) { userErrors { code } } }`,
  payloadPatchPreview:
    '{ payloadPatchPreview(input: { reason: FIELD_MISSING, operations: [] }) { matched } }',
  payloadPatchCreate:
    'mutation { payloadPatchCreate(input: { reason: FIELD_MISSING, operations: [], note: "x" }) { marked } }',
  deadLetterRecheck: 'mutation { deadLetterRecheck(input: { reason: FIELD_MISSING }) { rechecked } }',
  storeCreate: 'mutation { storeCreate(input: { code: "", name: "" }) { userErrors { code } } }',
  deviceKeyCreate: 'mutation { deviceKeyCreate(input: { storeCode: "none", name: "x" }) { deviceKeyId } }',
  deviceKeyRevoke: `mutation { deviceKeyRevoke(input: { id: "${nothing}" }) { deviceKeyId } }`,
};

describe.each(Object.entries(operations))('%s', (act, query) => {
  test.each(Object.entries(credentials))('by %s is answered as the policy says', async (who, credential) => {
    const allowed = (accessPolicy[act as Act] as readonly string[]).includes(who);
    const { status, data, errors } = await api.ask(query, { payload: nextPayload('0421') }, credential);
    expect(status).toBeLessThan(500);
    if (allowed) {
      expect(errors).toEqual([]);
      expect(data).not.toBeNull();
    } else {
      const code =
        (roles as readonly string[]).includes(who) || who === 'device' ? 'FORBIDDEN' : 'UNAUTHENTICATED';
      expect(errors[0]?.extensions.code).toBe(code);
      expect(data ?? null).toBeNull();
    }
  });
});

test('a revoked key was told so to its admin', () => {
  expect(revocation).toEqual({
    deviceKeyRevoke: { deviceKeyId: globalIdOf('DeviceKey', revoked.deviceKeyId) },
  });
});

test.each(Object.entries(credentials))(
  'an upload by %s is answered as the policy says',
  async (who, credential) => {
    const response = await fetch(`${api.url}/uploads/${nothing}`, {
      method: 'PUT',
      body: 'x',
      headers: credential,
    });
    const signedIn = who !== 'nobody' && who !== 'revoked device';
    expect(response.status).toBe(who === 'device' ? 404 : signedIn ? 403 : 401);
  },
);

test.each(Object.entries(credentials))(
  'a reference image by %s is answered as the policy says',
  async (who, credential) => {
    const response = await fetch(`${api.url}/product-images?catalog=c&key=k`, {
      method: 'PUT',
      body: 'x',
      headers: credential,
    });
    const allowed = (accessPolicy.productImagePut as readonly string[]).includes(who);
    const signedIn = who !== 'nobody' && who !== 'revoked device';
    expect(response.status).toBe(allowed ? 404 : signedIn ? 403 : 401);
  },
);

test('analysts see that there is a dead letter, not its raw payload', async () => {
  await api.ask(
    'mutation { captureSubmit(input: { captures: [{ store_id: "0421" }] }) { results { outcome } } }',
    {},
    device,
  );
  const query = (field: string) => `{ deadLetters(first: 1) { edges { node { reason ${field} } } } }`;
  const seen = await api.ask(query(''), {}, credentials.analyst);
  expect(seen.data).toEqual({ deadLetters: { edges: [{ node: { reason: expect.any(String) } }] } });
  const refused = await api.ask(query('rawPayload'), {}, credentials.analyst);
  expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
  const shown = await api.ask(query('rawPayload'), {}, credentials.operator);
  expect(JSON.stringify(shown.data)).toContain('0421');
});
