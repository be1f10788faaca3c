import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PhotoReading } from '../../images/photo-reading.ts';
import { createFileObjectStore } from '../../objects/file-object-store.ts';
import { builtInQualityRule, type QualityRule } from '../../quality-rules/quality-rule.ts';
import type { KnownPhoto } from './prepared-photo.ts';
import { type PreprocessInput, type PreprocessTools, preprocess } from './preprocess.ts';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const folder = await mkdtemp(join(tmpdir(), 'gondola-preprocess-'));
afterAll(() => rm(folder, { recursive: true }));
const objects = createFileObjectStore(folder);
const photo = new TextEncoder().encode('a photo');
await objects.put(photo);
const sharp = { widthPx: 3000, heightPx: 4000, sharpness: 500, meanGrey: 120, darkShare: 0, glareShare: 0 };
const blurred = { ...sharp, sharpness: 12 };

const readingOf = (measures: typeof sharp): PhotoReading => ({
  format: 'jpeg',
  takenAt: null,
  warnings: [],
  ...measures,
  display: { bytes: Buffer.of(1), widthPx: 1, heightPx: 1, mimeType: 'image/jpeg' },
  thumbnail: { bytes: Buffer.of(2), widthPx: 1, heightPx: 1, mimeType: 'image/jpeg' },
});

function toolsWith(measures: typeof sharp, more: Partial<PreprocessTools> = {}): PreprocessTools {
  return {
    objects,
    readPhoto: async () => readingOf(measures),
    fetchPhoto: async () => photo,
    qualityRetryBaseSeconds: 60,
    random: () => 0.5,
    ...more,
  };
}

const input = (more: Partial<PreprocessInput> = {}): PreprocessInput => ({
  source: { kind: 'stored', sha256: sha256Of(photo) },
  declaredSha256: null,
  declaredMimeType: null,
  declaredSize: null,
  known: null,
  qualityRetries: 0,
  transientFaults: 0,
  rule: builtInQualityRule,
  supersededById: null,
  supersedes: null,
  ...more,
});

const run = (given: PreprocessInput, tools = toolsWith(sharp)) =>
  preprocess(given, tools, new AbortController().signal);

test('a sharp photo advances, with its measures in the history and its images stored', async () => {
  const outcome = await run(input());
  expect(outcome).toMatchObject({
    kind: 'advance',
    to: 'PREPROCESSED',
    reason: 'PASS',
    result: { flaws: [], fresh: { mimeType: 'image/jpeg', original: { sha256: sha256Of(photo) } } },
    facts: { sharpness: 500, shortSidePx: 3000, sameBytes: false },
  });
});

test('another declared size is a flaw that is recorded, and the photo advances', async () => {
  const outcome = await run(input({ declaredSize: { widthPx: 640, heightPx: 480 } }));
  expect(outcome).toMatchObject({
    kind: 'advance',
    reason: 'PASS',
    result: { flaws: [], metadataFlaws: ['RESOLUTION_DIFFERS'] },
  });
  const turned = await run(input({ declaredSize: { widthPx: 4000, heightPx: 3000 } }));
  expect(turned).toMatchObject({ kind: 'advance', result: { metadataFlaws: [] } });
});

test('a blurred photo waits for a better one, longer after each attempt', async () => {
  const tools = toolsWith(blurred);
  const first = await run(input(), tools);
  expect(first).toMatchObject({ kind: 'hold', to: 'RETRY_SCHEDULED', reason: 'DEGRADED', delaySeconds: 60 });
  const second = await run(input({ qualityRetries: 1 }), tools);
  expect(second).toMatchObject({ kind: 'hold', delaySeconds: 240 });
});

test.each<[QualityRule['finalPolicy'], object]>([
  ['SCORE_FLAGGED', { kind: 'advance', to: 'PREPROCESSED', reason: 'DEGRADED_RETRIES_SPENT' }],
  ['DEAD_LETTER', { kind: 'reject', reason: 'QUALITY_TOO_LOW' }],
])('after the last attempt the rule decides: %s', async (finalPolicy, expected) => {
  const rule = { ...builtInQualityRule, finalPolicy };
  const outcome = await run(input({ qualityRetries: rule.maxRetries, rule }), toolsWith(blurred));
  expect(outcome).toMatchObject(expected);
});

test('a superseded capture does not wait', async () => {
  const known: KnownPhoto = { ...blurred, sha256: sha256Of(photo) };
  const tools = toolsWith(blurred, {
    fetchPhoto: () => expect.fail('nothing is fetched for a superseded capture'),
  });
  const outcome = await run(
    input({ known, supersededById: 'later', source: { kind: 'url', url: 'https://x' } }),
    tools,
  );
  expect(outcome).toMatchObject({
    kind: 'advance',
    reason: 'DEGRADED_SUPERSEDED',
    facts: { sameBytes: true },
  });
});

test('an upload that expired is a dead letter', async () => {
  expect(await run(input({ source: { kind: 'expiredUpload' } }))).toMatchObject({
    kind: 'reject',
    reason: 'UPLOAD_EXPIRED',
  });
});

test('bytes that differ from the declaration of the payload are a dead letter', async () => {
  expect(await run(input({ declaredSha256: '0'.repeat(64) }))).toMatchObject({
    kind: 'reject',
    reason: 'HASH_MISMATCH',
  });
  expect(await run(input({ declaredMimeType: 'image/png' }))).toMatchObject({
    kind: 'reject',
    reason: 'MIME_MISMATCH',
  });
});

test('an unreachable server is a retryable fault, until the last attempt', async () => {
  const unreachable = {
    refused: 'PHOTO_UNREACHABLE',
    message: 'the server is unreachable',
    params: {},
    retry: true,
  } as const;
  const tools = toolsWith(sharp, { fetchPhoto: async () => unreachable });
  const given = input({ source: { kind: 'url', url: 'https://photos.example/1.jpg' } });
  await expect(run(given, tools)).rejects.toMatchObject({ code: 'PHOTO_UNREACHABLE', retry: true });
  expect(await run({ ...given, transientFaults: 8 }, tools)).toMatchObject({
    kind: 'reject',
    reason: 'PHOTO_UNREACHABLE',
  });
});

test('an object missing from the object store is a retryable fault, never a dead letter', async () => {
  const missing = input({ source: { kind: 'stored', sha256: '0'.repeat(64) } });
  await expect(run(missing)).rejects.toMatchObject({ code: 'OBJECT_MISSING', retry: true });
});
