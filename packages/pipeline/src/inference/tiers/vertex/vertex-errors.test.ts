import { afterAll, beforeAll, expect, test } from 'vitest';
import { noiseFrame } from '../../../images/drawn-frames.testing.ts';
import { plainLabels } from '../../labels/labels.ts';
import {
  anyInput,
  cutOff,
  detect,
  faultOf,
  openScriptedProvider,
  resetConnection,
  type ScriptedProvider,
} from '../../remote/error-table.testing.ts';
import { statusRows } from '../../remote/error-table.ts';
import type { RemoteTier } from '../../remote/remote-tier.ts';
import { tokenRows, vertexRows } from './vertex-errors.ts';
import { createVertexTier, maxRequestBytes, type VertexSettings } from './vertex-tier.ts';

let provider: ScriptedProvider;
let settings: VertexSettings;
let tier: RemoteTier;

beforeAll(async () => {
  provider = await openScriptedProvider();
  settings = {
    project: 'p',
    location: 'europe-west4',
    endpointId: '42',
    confidenceThreshold: 0.5,
    maxPredictions: 3,
    timeoutMs: 10_000,
    maxConnections: 4,
    endpoint: provider.url,
    keyFile: provider.keyFile,
    labels: plainLabels,
  };
  tier = createVertexTier(settings);
});
afterAll(async () => {
  await tier.stop();
  await provider.stop();
});

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const json = { 'content-type': 'application/json; charset=UTF-8' };
  provider.next = { status, headers: { ...json, ...headers }, body: JSON.stringify(body) };
};
const refuse = (code: number, status: string, message = `said ${status}`) =>
  answer(code, { error: { code, message, status } });
const predict = (prediction: unknown, deployedModelId = '7') =>
  answer(200, { predictions: [prediction], deployedModelId });

test.each(Object.entries(vertexRows))(
  '%s is told by its name before the HTTP status',
  async (status, row) => {
    const before = provider.requests;
    refuse(418, status);
    expect(await faultOf(detect(tier))).toMatchObject({
      kind: row.kind,
      message: `${row.why}: said ${status}`,
    });
    expect(provider.requests - before).toBe(1);
  },
);

test.each(Object.entries(statusRows))(
  'HTTP %s without a name is classified by the status',
  async (status, row) => {
    provider.next = {
      status: Number(status),
      headers: { 'content-type': 'text/html' },
      body: '<html>no</html>',
    };
    expect(await faultOf(detect(tier))).toMatchObject({ kind: row.kind });
  },
);

test('a request over the limit is distinguished from a model that is not ready, both FAILED_PRECONDITION', async () => {
  refuse(400, 'FAILED_PRECONDITION', 'The request size (2103346 bytes) exceeds 1.500MB limit.');
  expect(await faultOf(detect(tier))).toMatchObject({ kind: 'PERMANENT_INPUT' });
});

test('the wait comes from Retry-After, or else from RetryInfo', async () => {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '30s' }];
  const error = { code: 429, message: 'quota', status: 'RESOURCE_EXHAUSTED', details };
  answer(429, { error });
  expect(await faultOf(detect(tier))).toMatchObject({ kind: 'THROTTLED', retryAfterMs: 30_000 });
  answer(429, { error }, { 'retry-after': '5' });
  expect(await faultOf(detect(tier))).toMatchObject({ kind: 'THROTTLED', retryAfterMs: 5_000 });
});

test.each(Object.keys(tokenRows))(
  'a token endpoint that says %s is a matter of configuration',
  async (word) => {
    const body = JSON.stringify({ error: word, error_description: 'no' });
    provider.nextToken = { status: 400, headers: { 'content-type': 'application/json' }, body };
    const fresh = createVertexTier(settings);
    const fault = await faultOf(detect(fresh));
    provider.nextToken = null;
    expect(fault).toMatchObject({ kind: 'CONFIGURATION' });
    // The next call asks for a token anew.
    predict({ displayNames: [], confidences: [], bboxes: [] });
    expect((await detect(fresh)).detections).toEqual([]);
    await fresh.stop();
  },
);

test('missing credentials are a configuration fault', async () => {
  const lost = createVertexTier({ ...settings, keyFile: '/nowhere/credentials.json' });
  expect(await faultOf(detect(lost))).toMatchObject({ kind: 'CONFIGURATION' });
  await lost.stop();
});

test.each([
  ['broken JSON', '{"predictions": ['],
  ['another shape', '{"predictions": [{"displayNames": ["a"]}]}'],
  ['arrays of several lengths', '{"predictions":[{"displayNames":["a"],"confidences":[],"bboxes":[]}]}'],
  ['two predictions for one photo', '{"predictions":[{},{}]}'],
  ['nothing', ''],
])('an answer of %s is passing', async (_, body) => {
  provider.next = { status: 200, headers: { 'content-type': 'application/json' }, body };
  expect(await faultOf(detect(tier))).toMatchObject({ kind: 'TRANSIENT' });
});

test.each([
  ['cut off', cutOff],
  ['reset', resetConnection],
])('a connection that is %s is passing', async (_, next) => {
  provider.next = next;
  expect(await faultOf(detect(tier))).toMatchObject({ kind: 'TRANSIENT' });
});

test('no answer in time is transient', async () => {
  provider.next = () => {};
  const impatient = createVertexTier({ ...settings, timeoutMs: 300 });
  expect(await faultOf(detect(impatient))).toMatchObject({ kind: 'TRANSIENT' });
  await impatient.stop();
});

test('boxes come as xMin, xMax, yMin, yMax; the deployed model names itself; what is no number is dropped', async () => {
  const dropped: number[] = [];
  const watched = createVertexTier(settings, { onDropped: ({ boxes }) => dropped.push(boxes) });
  predict({
    ids: ['1', '2'],
    displayNames: ['a', 'b'],
    confidences: [0.9, 'NaN'],
    bboxes: [
      [0.1, 0.3, 0.2, 0.6],
      [0, 1, 0, 1],
    ],
  });
  const { detections, truncated } = await detect(watched);
  expect(detections.map((d) => d.box.map((side) => Math.round(side * 1e6) / 1e6))).toEqual([
    [0.1, 0.2, 0.2, 0.4],
  ]);
  expect([truncated, dropped, watched.model.id]).toEqual([false, [1], 'vertex/7']);
  await watched.stop();
});

test('an answer of another deployed model than the configured one is refused', async () => {
  const pinned = createVertexTier({ ...settings, deployedModelId: '8' });
  predict({ displayNames: [], confidences: [], bboxes: [] });
  expect(await faultOf(detect(pinned))).toMatchObject({ kind: 'CONFIGURATION' });
  await pinned.stop();
});

test('the largest frame is sent within the limit of the whole request, with the number of boxes always set', async () => {
  predict({ displayNames: [], confidences: [], bboxes: [] });
  await detect(tier, { ...anyInput, frame: noiseFrame(1600, 1200) });
  expect(provider.lastBody.length).toBeLessThanOrEqual(maxRequestBytes);
  expect(provider.lastBody.length).toBeGreaterThan(maxRequestBytes / 3);
  expect(JSON.parse(provider.lastBody).parameters).toEqual({ confidenceThreshold: 0.5, maxPredictions: 3 });
});
