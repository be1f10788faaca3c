import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { createEmptyDatabase } from '@gondola/db/testing';
import { exportPlanogram } from '@gondola/pipeline/planogram';
import { demoWorld, renderCapture } from '@gondola/simulator';
import { signIn } from '@gondola/simulator/client';
import { openSandboxCloud, registerPhoto, sandboxModels } from '@gondola/simulator/cloud';
import { startFauxqs } from 'fauxqs';
import { afterAll, expect, test } from 'vitest';
import { handInPhoto } from './capture/hand-in-photo.ts';
import { ComposeEngine } from './compose/compose-engine.testing.ts';
import { readCompose, resolveCompose } from './compose/resolve-compose.testing.ts';
import { readSteps } from './follow-install/read-steps.ts';

const folder = await mkdtemp(join(tmpdir(), 'gondola-compose-'));
const s3 = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
const cloud = await openSandboxCloud({ errors: { missedShare: 0, confusedShare: 0, boxJitter: 0 } });
s3.createBucket('photos');
const endpoint = `http://127.0.0.1:${s3.port}`;

/** What a person writes into `.env`. */
const dotEnv = {
  POSTGRES_PASSWORD: 'unused',
  DATABASE_URL: await createEmptyDatabase('compose'),
  AUTH_SECRET: randomBytes(32).toString('base64'),
  PUBLIC_URL: 'https://gondola.example',
  GONDOLA_ADMIN_EMAIL: 'owner@example.com',
  GONDOLA_ADMIN_PASSWORD: randomBytes(12).toString('base64url'),
  OBJECT_STORE: `s3://photos/shelves?region=eu-west-1&endpoint=${encodeURIComponent(endpoint)}&forcePathStyle=1`,
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_REGION: sandboxModels.rekognition.region,
  TIER1_PROVIDER: 'rekognition',
  TIER1_ENDPOINT: cloud.url,
  REKOGNITION_PROJECT_VERSION_ARN: sandboxModels.rekognition.projectVersionArn,
  // Empty, as a line of .env.example whose # was removed.
  TIER1_LABELS: '',
  KSERVE_URL: '',
};
const engine = await ComposeEngine.open(resolveCompose(await readCompose(), dotEnv), join(folder, 'data'));
afterAll(async () => {
  await engine.stop();
  await cloud.stop();
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const { signal } = new AbortController();
const admin = { email: dotEnv.GONDOLA_ADMIN_EMAIL, password: dotEnv.GONDOLA_ADMIN_PASSWORD };

test('the services of Compose take a photo to its score, on an ordinary database, with tier 1 and a bucket', {
  timeout: 300_000,
}, async () => {
  await mkdir(join(folder, 'data'));
  expect(await engine.runToEnd('migrate'), engine.outputOf('migrate')).toBe(0);
  await Promise.all([engine.startHealthy('api'), engine.startHealthy('worker'), engine.startHealthy('web')]);

  const webUrl = engine.urlOf(3000);
  const client = await signIn(webUrl, { ...admin, origin: dotEnv.PUBLIC_URL }, signal);
  const bay = demoWorld().versions.get('snacks-2026-47');
  if (!bay) throw new Error('the demo has no snacks');
  const capture = await renderCapture(bay, 'compose', { size: { width: 1600, height: 2000 } });
  await registerPhoto(cloud.url, capture, signal);
  const photoFile = join(folder, 'photo.jpg');
  const planogramFile = join(folder, 'planogram.json');
  await writeFile(photoFile, capture.jpeg);
  const identity = { code: 'snacks', label: 'snacks', name: 'Snacks', catalog: 'compose' };
  await writeFile(planogramFile, exportPlanogram(bay.planogram, identity));

  const files = { photoFile, planogramFile, format: null, planogramName: null, productsDir: null };
  const result = await handInPhoto(
    client,
    { ...files, annotateFile: null, json: false, apiUrl: webUrl, person: null },
    () => {},
  );
  expect(result).toMatchObject({
    state: 'SCORED',
    tier: 1,
    modelId: expect.stringMatching(/^rekognition\//),
  });
  expect(result.score).toBeGreaterThan(0.5);

  const bucket = new S3Client({
    endpoint,
    region: 'eu-west-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  });
  const { Contents = [] } = await bucket.send(new ListObjectsV2Command({ Bucket: 'photos' }));
  const sha256 = createHash('sha256').update(capture.jpeg).digest('hex');
  expect(Contents.map(({ Key }) => Key)).toContain(`shelves/${sha256}`);
});

test('the demo has no account there, and another address is refused with the right one', async () => {
  const post = (origin: string, body: object) =>
    fetch(`${engine.urlOf(3000)}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    });
  const elsewhere = await post('http://10.0.0.5:3000', admin);
  expect(elsewhere.status).toBe(403);
  expect(await elsewhere.json()).toMatchObject({
    code: 'INVALID_ORIGIN',
    addresses: [dotEnv.PUBLIC_URL],
    message: expect.stringContaining('PUBLIC_URL'),
  });
  const demo = await fetch(`${engine.urlOf(3000)}/auth/sign-in/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: dotEnv.PUBLIC_URL },
    body: '{"role":"admin"}',
  });
  expect(demo.status).toBe(404);
});

test('the commands that the documents give for a running container work in its environment', async () => {
  const documents = ['docs/operations/install.md', 'docs/operations/doctor.md'];
  const texts = await Promise.all(
    documents.map((file) => readFile(join(import.meta.dirname, '..', file), 'utf8')),
  );
  const lines = texts
    .flatMap(readSteps)
    .flatMap(({ commands }) => commands.split('\n'))
    .filter((line) => line.startsWith('docker compose exec '));
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) {
    const [service = '', ...command] = line.split(' ').slice(3);
    const { code, output } = await engine.exec(service, command);
    expect(code, `${line}\n${output}`).toBe(0);
  }
});

test('every service ends by itself when it is stopped', async () => {
  const { web, ...ours } = await engine.stop();
  expect(ours).toEqual({ migrate: 0, api: 0, worker: 0 });
  // Next.js ends with 128 and the number of SIGTERM. Null would mean that it had to be killed.
  expect([0, 143]).toContain(web);
});
