import { DetectCustomLabelsCommand, RekognitionClient } from '@aws-sdk/client-rekognition';
import { GoogleAuth } from 'google-auth-library';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sandboxModels } from './sandbox-cloud.ts';
import { openTiersOnSandbox, type TiersOnSandbox } from './tiers-on-sandbox.testing.ts';

let sandbox: TiersOnSandbox;
let jpeg: Buffer;
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIASANDBOX');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'sandbox');
  sandbox = await openTiersOnSandbox();
  jpeg = await sharp(sandbox.capture.jpeg).rotate().jpeg().toBuffer();
});
afterAll(() => vi.unstubAllEnvs());
afterAll(() => sandbox.stop());

/** Every field of a JSON answer by its path, with its type; the elements of an array count as one. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => fieldsOf(each, `${path}[]`)))];
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => fieldsOf(inner, `${path}.${key}`));
}

const signedHeaders = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'RekognitionService.DetectCustomLabels',
  'x-amz-date': '20261124T080000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=AK/20261124/us-east-1/rekognition/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
};
const { projectVersionArn } = sandboxModels.rekognition;
const goodBody = () => ({
  ProjectVersionArn: projectVersionArn,
  Image: { Bytes: jpeg.toString('base64') },
  MaxResults: 5,
  MinConfidence: 50,
});
const rekognition = async (body: unknown, headers: Record<string, string> = signedHeaders) => {
  const response = await fetch(sandbox.cloud.url, { method: 'POST', headers, body: JSON.stringify(body) });
  return {
    status: response.status,
    headers: response.headers,
    json: (await response.json()) as Record<string, unknown>,
  };
};

test('DetectCustomLabels answers every documented field and no other', async () => {
  const { status, headers, json } = await rekognition(goodBody());
  expect([status, headers.get('content-type')]).toEqual([200, 'application/x-amz-json-1.1']);
  expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  expect(fieldsOf(json).sort()).toEqual([
    '.CustomLabels[].Confidence number',
    '.CustomLabels[].Geometry.BoundingBox.Height number',
    '.CustomLabels[].Geometry.BoundingBox.Left number',
    '.CustomLabels[].Geometry.BoundingBox.Top number',
    '.CustomLabels[].Geometry.BoundingBox.Width number',
    '.CustomLabels[].Name string',
  ]);
  expect(json.CustomLabels).toHaveLength(5);
});

test('the AWS client reads the answer', async () => {
  const client = new RekognitionClient({ region: 'us-east-1', endpoint: sandbox.cloud.url, maxAttempts: 1 });
  const { CustomLabels } = await client.send(
    new DetectCustomLabelsCommand({
      ProjectVersionArn: projectVersionArn,
      Image: { Bytes: jpeg },
      MaxResults: 3,
    }),
  );
  expect(CustomLabels).toHaveLength(3);
  for (const { Confidence = 0 } of CustomLabels ?? []) expect(Confidence > 50 && Confidence < 100).toBe(true);
  client.destroy();
});

test.each<[string, () => unknown, Record<string, string | null>, string]>([
  ['no signature', goodBody, { authorization: null }, 'MissingAuthenticationTokenException'],
  ['another kind of authorization', goodBody, { authorization: 'Bearer x' }, 'IncompleteSignatureException'],
  ['another content type', goodBody, { 'content-type': 'application/json' }, 'SerializationException'],
  ['another operation', goodBody, { 'x-amz-target': 'RekognitionService.X' }, 'UnknownOperationException'],
  ['a confidence of 200', () => ({ ...goodBody(), MinConfidence: 200 }), {}, 'InvalidParameterException'],
  ['no image', () => ({ ProjectVersionArn: projectVersionArn }), {}, 'InvalidParameterException'],
  [
    'a model that is not there',
    () => ({ ...goodBody(), ProjectVersionArn: projectVersionArn.replace('gondola-sandbox/', 'other/') }),
    {},
    'ResourceNotFoundException',
  ],
  [
    'an image in S3',
    () => ({ ...goodBody(), Image: { S3Object: { Bucket: 'b', Name: 'n' } } }),
    {},
    'InvalidS3ObjectException',
  ],
  [
    'bytes that are no image',
    () => ({ ...goodBody(), Image: { Bytes: Buffer.from('text').toString('base64') } }),
    {},
    'InvalidImageFormatException',
  ],
  [
    'an image over 5 MiB',
    () => ({ ...goodBody(), Image: { Bytes: Buffer.alloc(5 * 1024 * 1024 + 1).toString('base64') } }),
    {},
    'ImageTooLargeException',
  ],
])('Rekognition refuses %s', async (_, body, changes, type) => {
  const headers = Object.fromEntries(
    Object.entries({ ...signedHeaders, ...changes }).flatMap(([k, v]) => (v === null ? [] : [[k, v]])),
  );
  const { status, json } = await rekognition(body(), headers);
  expect([status, json.__type]).toEqual([400, type]);
  expect(typeof json.message).toBe('string');
});

const { project, location, endpointId } = sandboxModels.vertex;
const predict = async (
  body: unknown,
  changes: { token?: string; project?: string; endpoint?: string } = {},
) => {
  const auth = new GoogleAuth({
    keyFilename: sandbox.keyFile,
    scopes: 'https://www.googleapis.com/auth/cloud-platform',
  });
  const token = changes.token ?? (await auth.getAccessToken());
  const path = `/v1/projects/${changes.project ?? project}/locations/${location}/endpoints/${changes.endpoint ?? endpointId}:predict`;
  const response = await fetch(`${sandbox.cloud.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};
const instances = () => [{ content: jpeg.toString('base64'), mimeType: 'image/jpeg' }];

test('a prediction answers every documented field and no other, in arrays of equal length', async () => {
  const { status, text } = await predict({ instances: instances(), parameters: { maxPredictions: 40 } });
  const json = JSON.parse(text);
  expect(status).toBe(200);
  expect(fieldsOf(json).sort()).toEqual([
    '.deployedModelId string',
    '.model string',
    '.modelDisplayName string',
    '.modelVersionId string',
    '.predictions[].bboxes[][] number',
    '.predictions[].confidences[] number',
    '.predictions[].displayNames[] string',
    '.predictions[].ids[] string',
  ]);
  const [{ ids, displayNames, confidences, bboxes }] = json.predictions;
  expect([ids, displayNames, confidences, bboxes].map((each) => each.length)).toEqual([40, 40, 40, 40]);
  for (const [xMin, xMax, yMin, yMax] of bboxes)
    expect(xMin < xMax && yMin < yMax && xMax <= 1 && yMax <= 1).toBe(true);
});

test('a prediction without parameters has ten boxes', async () => {
  const { text } = await predict({ instances: instances() });
  expect(JSON.parse(text).predictions[0].bboxes).toHaveLength(10);
});

test.each<[string, () => unknown, Parameters<typeof predict>[1], number, string | null]>([
  ['a foreign token', () => ({ instances: instances() }), { token: 'x' }, 401, 'UNAUTHENTICATED'],
  ['another project', () => ({ instances: instances() }), { project: 'other' }, 403, 'PERMISSION_DENIED'],
  ['an unknown endpoint', () => ({ instances: instances() }), { endpoint: '1' }, 404, 'NOT_FOUND'],
  ['no instance', () => ({ instances: [] }), {}, 400, 'INVALID_ARGUMENT'],
  ['bytes that are no image', () => ({ instances: [{ content: 'dGV4dA==' }] }), {}, 400, 'INVALID_ARGUMENT'],
  ['more than 1.5 MB', () => ' '.repeat(1.5 * 1024 * 1024 + 1), {}, 400, 'FAILED_PRECONDITION'],
  ['more than the front end accepts', () => ' '.repeat(10 * 1024 * 1024 + 1), {}, 413, null],
])('Vertex AI refuses %s', async (_, body, changes, status, word) => {
  const answer = await predict(body(), changes);
  expect(answer.status).toBe(status);
  if (word === null) return expect(answer.text).toContain('<html>');
  const { error } = JSON.parse(answer.text);
  expect(error).toMatchObject({ code: status, status: word, message: expect.any(String) });
});

const kserve = async (path: string, body?: unknown) => {
  const response = await fetch(`${sandbox.cloud.url}/v2${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
};
const black = {
  name: 'image',
  datatype: 'UINT8',
  shape: [1, 2, 2, 3],
  data: Array.from({ length: 12 }, () => 0),
};

test.each([
  ['', ['.extensions[] string', '.name string', '.version string']],
  ['/health/live', ['.live boolean']],
  ['/health/ready', ['.ready boolean']],
  ['/models/shelf/ready', ['.name string', '.ready boolean']],
  [
    '/models/shelf/versions/1',
    [
      '.inputs[].datatype string',
      '.inputs[].name string',
      '.inputs[].shape[] number',
      '.name string',
      '.outputs[].datatype string',
      '.outputs[].name string',
      '.outputs[].shape[] number',
      '.platform string',
      '.versions[] string',
    ],
  ],
])('GET /v2%s answers the fields of the protocol', async (path, fields) => {
  const { status, json } = await kserve(path);
  expect([status, fieldsOf(json).sort()]).toEqual([200, fields]);
});

test('an inference in JSON answers the fields of the protocol, and only the outputs that were asked for', async () => {
  const { status, json } = await kserve('/models/shelf-pixels/infer', {
    id: '7',
    inputs: [black],
    outputs: [{ name: 'scores' }, { name: 'boxes' }],
  });
  expect([status, json]).toEqual([
    200,
    {
      id: '7',
      model_name: 'shelf-pixels',
      model_version: '1',
      outputs: [
        { name: 'boxes', datatype: 'FP32', shape: [0, 4], data: [] },
        { name: 'scores', datatype: 'FP32', shape: [0], data: [] },
      ],
    },
  ]);
});

test.each<[string, string, unknown, number]>([
  ['a model that is not there', '/models/none/infer', { inputs: [black] }, 404],
  ['a version that is not there', '/models/shelf/versions/9/infer', { inputs: [black] }, 404],
  ['another datatype', '/models/shelf/infer', { inputs: [black] }, 400],
  ['another input', '/models/shelf-pixels/infer', { inputs: [{ ...black, name: 'x' }] }, 400],
  ['too few values', '/models/shelf-pixels/infer', { inputs: [{ ...black, data: [1] }] }, 400],
  ['no inputs', '/models/shelf-pixels/infer', {}, 400],
])('the model server refuses %s with a sentence', async (_, path, body, expected) => {
  const { status, json } = await kserve(path, body);
  expect([status, fieldsOf(json)]).toEqual([expected, ['.error string']]);
});
