import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cutOff,
  faultOf,
  openScriptedProvider,
  resetConnection,
  type ScriptedProvider,
} from '../remote/error-table.testing.ts';
import { statusRows } from '../remote/error-table.ts';
import { inferenceHeader } from './infer-request.ts';
import { createKserveClient, type KserveClient, type KserveSettings } from './kserve-client.ts';
import type { Tensor } from './tensor.ts';

let provider: ScriptedProvider;
let settings: KserveSettings;
let client: KserveClient;
const signal = new AbortController().signal;
const input: Tensor = { name: 'x', shape: [1, 2], datatype: 'FP32', data: new Float32Array([1.5, -2]) };

beforeAll(async () => {
  provider = await openScriptedProvider();
  settings = {
    url: `${provider.url}/prefix/`,
    model: 'm',
    timeoutMs: 10_000,
    maxConnections: 2,
    binary: true,
  };
  client = createKserveClient(settings);
});
afterAll(async () => {
  await client.close();
  await provider.stop();
});

const refuse = (status: number, error: string, headers: Record<string, string> = {}) => {
  provider.next = { status, headers, body: JSON.stringify({ error }) };
};
const infer = (of = client) => of.infer({ inputs: [input] }, signal);

test.each(Object.entries(statusRows))('HTTP %s is classified by the status', async (status, row) => {
  refuse(Number(status), 'no');
  expect(await faultOf(infer())).toMatchObject({ kind: row.kind });
});

test.each([
  ["Request for unknown model: 'm' has no available versions", 400, 'NOT_READY'],
  ['Model is not loaded yet', 503, 'NOT_READY'],
  ["Request for unknown model: 'm' is not found", 404, 'CONFIGURATION'],
  ['Model with requested name is not found', 404, 'CONFIGURATION'],
  ["unexpected inference input 'x' for model 'm'", 400, 'CONFIGURATION'],
  ["unexpected datatype TYPE_FP32 for inference input 'x'", 400, 'CONFIGURATION'],
  ['Exceeds maximum queue size', 503, 'THROTTLED'],
])('"%s" says more than its status', async (sentence, status, kind) => {
  refuse(status, sentence);
  expect(await faultOf(infer())).toMatchObject({ kind });
});

test('Retry-After is passed on', async () => {
  refuse(503, 'busy', { 'retry-after': '9' });
  expect(await faultOf(infer())).toMatchObject({ kind: 'TRANSIENT', retryAfterMs: 9_000 });
});

test.each([
  ['broken JSON', '{"outputs": [', undefined],
  ['another shape', '{"predictions": []}', undefined],
  ['fewer values than its shape', out({ shape: [3], datatype: 'FP32', data: [1] }), undefined],
  [
    'binary data that is cut off',
    out({ shape: [3], datatype: 'FP32', parameters: { binary_data_size: 12 } }),
    'all',
  ],
  ['a JSON part that is longer than the whole', '{}', '99'],
])('an answer of %s is passing', async (_, body, header) => {
  const headers =
    header === undefined ? {} : { [inferenceHeader]: header === 'all' ? String(body.length) : header };
  provider.next = { status: 200, headers, body };
  expect(await faultOf(infer())).toMatchObject({ kind: 'TRANSIENT' });
});

test('an answer in an unsupported datatype is a configuration fault', async () => {
  provider.next = { status: 200, body: out({ shape: [1], datatype: 'FP16', data: [1] }) };
  expect(await faultOf(infer())).toMatchObject({ kind: 'CONFIGURATION' });
});

test.each([
  ['cut off', cutOff],
  ['reset', resetConnection],
])('a connection that is %s is passing', async (_, next) => {
  provider.next = next;
  expect(await faultOf(infer())).toMatchObject({ kind: 'TRANSIENT' });
});

test('no answer in time is transient', async () => {
  provider.next = () => {};
  const impatient = createKserveClient({ ...settings, timeoutMs: 200 });
  expect(await faultOf(infer(impatient))).toMatchObject({
    kind: 'TRANSIENT',
    message: 'no answer within 200 ms',
  });
  await impatient.close();
});

test('health depends on the status alone', async () => {
  provider.next = { status: 200, body: '' };
  expect([
    await client.isLive(signal),
    await client.isReady(signal),
    await client.isModelReady(signal),
  ]).toEqual([true, true, true]);
  provider.next = { status: 503, body: '{"ready":true}' };
  expect(await client.isReady(signal)).toBe(false);
});

test('a request in JSON and one with binary tensors carry the same values', async () => {
  const seen: string[] = [];
  provider.next = (request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers[inferenceHeader] ?? 'json'}`);
    response.end(out({ shape: [2], datatype: 'INT64', data: [1, 2] }));
  };
  const plain = createKserveClient({ ...settings, binary: false, version: '3' });
  const { outputs } = await infer(plain);
  expect(outputs.get('y')).toMatchObject({ shape: [2], data: new BigInt64Array([1n, 2n]) });
  expect(JSON.parse(provider.lastBody).inputs).toEqual([
    { name: 'x', shape: [1, 2], datatype: 'FP32', data: [1.5, -2] },
  ]);
  await infer();
  const jsonBytes = Number(seen[1]?.split(' ').at(-1));
  const raw = Buffer.from(provider.lastBody.slice(jsonBytes), 'latin1');
  expect([raw.readFloatLE(0), raw.readFloatLE(4), raw.length]).toEqual([1.5, -2, 8]);
  expect(seen[0]).toBe('POST /prefix/v2/models/m/versions/3/infer json');
  await plain.close();
});

test('binary outputs are read in their order, beside those in JSON', async () => {
  const labels = Buffer.concat([Buffer.from([2, 0, 0, 0]), Buffer.from('ab'), Buffer.from([0, 0, 0, 0])]);
  const json = Buffer.from(
    JSON.stringify({
      model_name: 'm',
      model_version: '4',
      outputs: [
        { name: 'f', shape: [1], datatype: 'FP32', parameters: { binary_data_size: 4 } },
        { name: 'j', shape: [2, 1], datatype: 'INT32', data: [[7], [8]] },
        { name: 'l', shape: [2], datatype: 'BYTES', parameters: { binary_data_size: labels.length } },
      ],
    }),
  );
  const body = Buffer.concat([json, Buffer.from(new Float32Array([0.5]).buffer), labels]);
  provider.next = { status: 200, headers: { [inferenceHeader]: String(json.length) }, body };
  const { outputs, modelVersion } = await infer();
  expect(modelVersion).toBe('4');
  expect(outputs.get('f')?.data).toEqual(new Float32Array([0.5]));
  expect(outputs.get('j')?.data).toEqual(new Int32Array([7, 8]));
  const texts = (outputs.get('l')?.data ?? []) as Uint8Array[];
  expect(texts.map((bytes) => Buffer.from(bytes).toString())).toEqual(['ab', '']);
});

function out(tensor: Record<string, unknown>): string {
  return JSON.stringify({ model_name: 'm', outputs: [{ name: 'y', ...tensor }] });
}
