import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { guessFormat, planogramFileFormats } from '@gondola/pipeline/planogram';
import { type ApiClient, createApiClient, type RetryPolicy } from '@gondola/simulator/client';
import { type CaptureResult, toResult } from './capture-result.ts';
import * as documents from './documents.ts';
import type { CaptureRequest } from './read-request.ts';

const mimeTypes: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
/** No answer is asked for again. */
export const once: RetryPolicy = { tries: 1, firstPauseMs: 0, maxPauseMs: 0 };
/** A photo of 50 MP on a busy machine takes seconds; past this something is stuck. */
const limitMs = 180_000;

/** The whole story of one photo through the public API, as its people and a camera would tell it. */
export async function handInPhoto(
  client: ApiClient,
  request: CaptureRequest,
  say: (message: string) => void,
): Promise<CaptureResult> {
  // A store, a bay and a label of its own: a running instance's data is not touched.
  const run = randomBytes(4).toString('hex');
  const storeCode = `capture-${run}`;
  await ask(client, documents.storeCreate, 'storeCreate', { code: storeCode, name: `Capture ${run}` });
  const { secret } = await ask<{ secret: string }>(client, documents.deviceKeyCreate, 'deviceKeyCreate', {
    storeCode,
    name: 'npm run capture',
  });
  const label = await importPlanogram(client, request, run, say);
  await ask(client, documents.planogramVersionActivate, 'planogramVersionActivate', {
    label,
    storeCode,
    aisle: 'A1',
  });
  if (request.productsDir) await putReferences(client, request.productsDir, run, say);

  const bytes = await readFile(request.photoFile);
  const device = createApiClient({
    apiUrl: client.apiUrl,
    headers: { authorization: `Bearer ${secret}` },
    signal: new AbortController().signal,
    // A refusal is what the person wants to read, and not the wait of a camera.
    retryPolicy: once,
  });
  const mimeType = mimeTypes[extname(request.photoFile).toLowerCase()] ?? 'image/jpeg';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const upload = await ask<{ uploadId: string; url: string }>(
    device,
    documents.captureUploadCreate,
    'captureUploadCreate',
    { mimeType, byteLength: bytes.length, sha256 },
  );
  const started = performance.now();
  await device.put(upload.url, bytes, mimeType);
  const { results } = await ask<{
    results: { capture: { id: string } | null; problems: { message: string }[] }[];
  }>(device, documents.captureSubmit, 'captureSubmit', {
    captures: [
      {
        schema_version: 1,
        store_id: storeCode,
        aisle: 'A1',
        timestamp: new Date().toISOString(),
        device_mac: '02:00:00:00:00:01',
        planogram_version: label,
        capture_resolution: '1x1',
        upload_id: upload.uploadId,
        mime_type: mimeType,
        byte_length: bytes.length,
        sha256,
      },
    ],
  });
  const captureId = results[0]?.capture?.id;
  if (!captureId) throw new Error(results[0]?.problems.map((p) => p.message).join('\n') ?? 'not accepted');
  say(`capture ${captureId} accepted`);
  return watch(client, captureId, started, say);
}

async function watch(
  client: ApiClient,
  id: string,
  started: number,
  say: (message: string) => void,
): Promise<CaptureResult> {
  let shown = '';
  for (;;) {
    const { capture } = await client.graphql<{ capture: documents.CaptureAnswer }>(documents.capture, { id });
    if (capture.state !== shown) say(capture.state);
    shown = capture.state;
    const isOver = ['SCORED', 'DEAD_LETTERED', 'VERSION_DRIFT', 'RETRY_SCHEDULED'].includes(capture.state);
    if (isOver || performance.now() - started > limitMs) return toResult(capture);
    await sleep(100);
  }
}

async function importPlanogram(
  client: ApiClient,
  request: CaptureRequest,
  run: string,
  say: (message: string) => void,
): Promise<string> {
  const file = await readFile(request.planogramFile);
  const format = request.format ?? guessFormat(file);
  if (format === null)
    throw new Error(
      `${request.planogramFile} does not tell its format: say --format ${planogramFileFormats.join('|')}.`,
    );
  const answer = await ask<{ problems: { path: string; message: string }[]; notes: string[] }>(
    client,
    documents.planogramImport,
    'planogramImport',
    {
      format: format.toUpperCase(),
      contentBase64: file.toString('base64'),
      planogram: request.planogramName,
      code: `capture-${run}`,
      label: `capture-${run}`,
      name: parse(request.planogramFile).name,
      catalog: `capture-${run}`,
    },
  );
  if (answer.problems.length > 0)
    throw new Error(
      `${request.planogramFile} cannot be imported:\n${answer.problems.map((p) => `  ${p.path}: ${p.message}`).join('\n')}`,
    );
  for (const note of answer.notes) say(`planogram: ${note}`);
  return `capture-${run}`;
}

/** Reference images by file name; files that name no product of the planogram are told and left out. */
async function putReferences(
  client: ApiClient,
  dir: string,
  run: string,
  say: (message: string) => void,
): Promise<void> {
  let count = 0;
  for (const file of (await readdir(dir)).sort()) {
    const mimeType = mimeTypes[extname(file).toLowerCase()];
    if (!mimeType) continue;
    const query = new URLSearchParams({ catalog: `capture-${run}`, key: parse(file).name });
    try {
      await client.put(`/product-images?${query}`, await readFile(join(dir, file)), mimeType);
      count += 1;
    } catch (error) {
      say(`${file} is left out: ${error instanceof Error ? error.message : error}`);
    }
  }
  say(`${count} reference images`);
}

/** One mutation; expected problems become an error in their own words. */
async function ask<T>(client: ApiClient, query: string, field: string, input: object): Promise<T> {
  const data = await client.graphql<Record<string, T & { userErrors?: { message: string }[] }>>(query, {
    input,
  });
  const answer = data[field];
  if (!answer) throw new Error(`${field} gave no answer`);
  if (answer.userErrors && answer.userErrors.length > 0)
    throw new Error(`${field}: ${answer.userErrors.map((e) => e.message).join('; ')}`);
  return answer;
}
