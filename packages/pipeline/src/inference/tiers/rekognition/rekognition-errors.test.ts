import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { plainLabels } from '../../labels/labels.ts';
import {
  cutOff,
  detect,
  faultOf,
  openScriptedProvider,
  resetConnection,
  type ScriptedProvider,
} from '../../remote/error-table.testing.ts';
import type { RemoteTier } from '../../remote/remote-tier.ts';
import { bareName, rekognitionRows } from './rekognition-errors.ts';
import { createRekognitionTier } from './rekognition-tier.ts';

let provider: ScriptedProvider;
let tier: RemoteTier;
let impatient: RemoteTier;

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  provider = await openScriptedProvider();
  const settings = {
    region: 'eu-central-1',
    projectVersionArn:
      'arn:aws:rekognition:eu-central-1:111122223333:project/shelf/version/shelf.1/1700000000000',
    minConfidence: 50,
    maxResults: 4,
    timeoutMs: 10_000,
    maxConnections: 4,
    endpoint: provider.url,
    labels: plainLabels,
  };
  tier = createRekognitionTier(settings);
  impatient = createRekognitionTier({ ...settings, timeoutMs: 200 });
});
afterAll(() => vi.unstubAllEnvs());
afterAll(async () => {
  await tier.stop();
  await impatient.stop();
  await provider.stop();
});

const json = { 'content-type': 'application/x-amz-json-1.1' };
const refuse = (type: string, status = 400, headers: Record<string, string> = {}) => {
  const body = JSON.stringify({ __type: type, message: `said ${type}` });
  provider.next = { status, headers: { ...json, ...headers }, body };
};

test.each(Object.entries(rekognitionRows))('%s is classified by its name alone', async (name, row) => {
  const before = provider.requests;
  refuse(`com.amazonaws.rekognition#${name}`, 400);
  expect(await faultOf(detect(tier))).toMatchObject({
    kind: row.kind,
    message: expect.stringContaining(row.why),
  });
  expect(provider.requests - before).toBe(1);
});

test('a name may come with or without a namespace and an address', () => {
  for (const name of ['SlowDown', 'a.b#SlowDown', 'a.b#SlowDown:http://x/', 'SlowDown:http://x/'])
    expect(bareName(name)).toBe('SlowDown');
});

test.each([
  [400, 'TRANSIENT'],
  [403, 'CONFIGURATION'],
  [413, 'PERMANENT_INPUT'],
  [418, 'TRANSIENT'],
  [429, 'THROTTLED'],
  [500, 'TRANSIENT'],
  [503, 'TRANSIENT'],
])('an unknown name with status %d is %s', async (status, kind) => {
  refuse('BrandNewException', status);
  expect(await faultOf(detect(tier))).toMatchObject({ kind });
});

test('Retry-After is passed on, in seconds and as a date', async () => {
  refuse('ThrottlingException', 400, { 'retry-after': '17' });
  expect(await faultOf(detect(tier))).toMatchObject({ kind: 'THROTTLED', retryAfterMs: 17_000 });
  refuse('InternalServerError', 500, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() });
  const { kind, retryAfterMs } = await faultOf(detect(tier));
  expect(kind).toBe('TRANSIENT');
  expect(retryAfterMs ?? 0).toBeGreaterThan(20_000);
});

test.each([
  ['broken JSON', '{"CustomLabels": ['],
  ['another shape', '{"CustomLabels": [{"Confidence": 3}]}'],
  ['nothing', ''],
  ['no labels at all', '{}'],
])('an answer of %s is passing', async (_, body) => {
  provider.next = { status: 200, headers: json, body };
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
  expect(await faultOf(detect(impatient))).toMatchObject({
    kind: 'TRANSIENT',
    message: 'no answer within 200 ms',
  });
});

test('labels of the whole image are dropped, and a full answer is marked as truncated', async () => {
  const box = { Left: 0.1, Top: 0.2, Width: 0.3, Height: 0.4 };
  const CustomLabels = [
    { Name: 'scene', Confidence: 99 },
    { Name: 'a', Confidence: 87.3, Geometry: { BoundingBox: box } },
    { Name: 'b', Confidence: 60, Geometry: { BoundingBox: { ...box, Left: 'NaN' } } },
    { Name: 'c', Confidence: 60, Geometry: { BoundingBox: { ...box, Width: 0 } } },
  ];
  provider.next = { status: 200, headers: json, body: JSON.stringify({ CustomLabels }) };
  const realogram = await detect(tier);
  expect(realogram.truncated).toBe(true);
  expect(realogram.detections).toHaveLength(1);
  expect(realogram.detections[0]).toMatchObject({ kind: 'product', productId: null, confidence: 0.873 });
  expect(realogram.detections[0]?.box.map((side) => side.toFixed(6))).toEqual([
    '0.100000',
    '0.200000',
    '0.300000',
    '0.400000',
  ]);
});

test('connections are reused', async () => {
  refuse('InternalServerError', 500);
  provider.sockets.clear();
  for (let i = 0; i < 3; i++) await faultOf(detect(tier));
  expect(provider.sockets.size).toBeLessThanOrEqual(2);
});
