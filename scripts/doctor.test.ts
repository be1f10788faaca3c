import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { openSandboxCloud, sandboxModels } from '@gondola/simulator/cloud';
import { startFauxqs } from 'fauxqs';
import { afterAll, expect, test } from 'vitest';

const cloud = await openSandboxCloud();
const s3 = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
afterAll(async () => {
  await cloud.stop();
  await s3.stop();
});
const endpoint = `http://127.0.0.1:${s3.port}`;
const client = new S3Client({
  endpoint,
  region: 'eu-west-1',
  forcePathStyle: true,
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
});
await client.send(new CreateBucketCommand({ Bucket: 'photos' }));

const keys = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
const bucket = (name: string, at = endpoint) => ({
  ...keys,
  OBJECT_STORE: `s3://${name}?region=eu-west-1&endpoint=${encodeURIComponent(at)}&forcePathStyle=1`,
});
const rekognition = {
  ...keys,
  TIER1_PROVIDER: 'rekognition',
  TIER1_ENDPOINT: cloud.url,
  AWS_REGION: sandboxModels.rekognition.region,
  REKOGNITION_PROJECT_VERSION_ARN: sandboxModels.rekognition.projectVersionArn,
};

interface Ending {
  code: number;
  stdout: string;
  stderr: string;
}

function doctor(probe: string, env: Record<string, string>): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const args = [join(import.meta.dirname, 'doctor.ts'), '--probe', probe];
  execFile(process.execPath, args, { env: { PATH: process.env.PATH, ...env } }, (error, stdout, stderr) =>
    resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
  );
  return promise;
}

test('a tier that answers works, and says which model and how long it took', async () => {
  const { code, stdout } = await doctor('tier1', rekognition);
  expect(stdout).toMatch(/^tier1: works\n {2}rekognition answered in \d+ ms: rekognition\/.+, \d+ boxes/);
  expect(code).toBe(0);
});

test('a wrong setting of a tier is named with its variables', async () => {
  const arn = sandboxModels.rekognition.projectVersionArn.replace('/version/', '/version/other-');
  const { code, stdout } = await doctor('tier1', { ...rekognition, REKOGNITION_PROJECT_VERSION_ARN: arn });
  expect(stdout).toMatch(/^tier1: does not work\n.*CONFIGURATION.*the model version does not exist/);
  expect(stdout).toContain('Check AWS_REGION, REKOGNITION_PROJECT_VERSION_ARN and the credentials');
  expect(code).toBe(1);
  const { REKOGNITION_PROJECT_VERSION_ARN: _absent, ...incomplete } = rekognition;
  expect((await doctor('tier1', incomplete)).stdout).toContain(
    'TIER1_PROVIDER=rekognition needs also: REKOGNITION_PROJECT_VERSION_ARN',
  );
});

test('a bucket that can be written, read and cleaned works, and nothing is left in it', async () => {
  const { code, stdout } = await doctor('s3', bucket('photos'));
  expect(stdout).toBe(
    's3: works\n  ok: find the bucket\n  ok: store an object\n  ok: read it back, unchanged\n' +
      '  ok: learn that another object is absent\n  ok: delete the object\n',
  );
  expect(code).toBe(0);
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: 'photos' }));
  expect(Contents).toEqual([]);
});

test('a missing bucket, a server that is away and a folder have different explanations', async () => {
  expect((await doctor('s3', bucket('absent'))).stdout).toMatch(
    /failed: find the bucket[\s\S]*does not exist/,
  );
  const away = await doctor('s3', bucket('photos', 'http://127.0.0.1:1'));
  expect(away.stdout).toMatch(/failed: find the bucket[\s\S]*Check the endpoint in OBJECT_STORE/);
  expect((await doctor('s3', { OBJECT_STORE: 'file:.gondola/objects' })).stdout).toContain(
    'OBJECT_STORE does not begin with s3://',
  );
});

test('an unknown probe is refused with the usage', async () => {
  const { code, stderr } = await doctor('weather', {});
  expect([code, stderr.split('\n')[0]]).toEqual([2, 'npm run doctor -- --probe tier1|s3']);
});
