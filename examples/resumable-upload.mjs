/**
 * Hands one photo in over a bad network: a resumable upload (tus 1.0.0), the payload, and the wait for the score.
 *
 *   npm install tus-js-client
 *   DEVICE_KEY=gnd_... node resumable-upload.mjs photo.jpg --api http://127.0.0.1:4000 \
 *     --store 0421 --aisle A12-B03 --version snacks-2026-47 --mac 3C:5A:B4:01:02:03
 *
 * Cuts and restarts of the server are waited out. After a restart of this program itself, the same command goes on
 * where the last one stopped: beside the photo lies `photo.jpg.upload.json` until the photo is handed in.
 * Ends with 0 when the capture is scored, and prints each step as a line.
 */
import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Upload } from 'tus-js-client';

const text = (value) => ({ type: 'string', default: value });
const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    api: text('http://127.0.0.1:4000'),
    store: text('0421'),
    aisle: text('A12-B03'),
    version: text('snacks-2026-47'),
    mac: text('3C:5A:B4:01:02:03'),
    'chunk-bytes': text(String(256 * 1024)),
  },
});
const file = positionals[0];
// biome-ignore lint/style/noProcessEnv: a program of its own, with its one secret out of the argument list
const deviceKey = env.DEVICE_KEY;
if (!file || !deviceKey) throw new Error('Give a photo, and the device key in DEVICE_KEY.');
const stateFile = `${file}.upload.json`;
const photo = await readFile(file);
const sha256 = createHash('sha256').update(photo).digest('hex');

const say = (line) => process.stdout.write(`${line}\n`);
const state = await loadState();
await uploadPhoto();
const captureId = await submit();
await rm(stateFile, { force: true });
process.exitCode = (await waitForScore(captureId)) ? 0 : 1;

/** What a restart must not forget: which upload it was, and when the photo was taken (the capture's identity). */
async function loadState() {
  const saved = JSON.parse(await readFile(stateFile, 'utf8').catch(() => 'null'));
  if (saved?.sha256 === sha256) return saved;
  const { captureUploadCreate: made } = await ask(
    `mutation ($input: CaptureUploadCreateInput!) { captureUploadCreate(input: $input) {
      uploadId url token userErrors { code message } } }`,
    { input: { mimeType: 'image/jpeg', byteLength: photo.length, sha256 } },
  );
  if (!made.uploadId) throw new Error(made.userErrors.map((e) => e.message).join('\n'));
  const fresh = { sha256, uploadId: made.uploadId, url: made.url, token: made.token, takenAt: new Date() };
  // Written beside and renamed, so that it is never half there.
  await writeFile(`${stateFile}.new`, JSON.stringify(fresh), { mode: 0o600 });
  await rename(`${stateFile}.new`, stateFile);
  return fresh;
}

/** Resolves when the server has every byte, verified and durable. */
function uploadPhoto() {
  return new Promise((resolve, reject) => {
    new Upload(photo, {
      uploadUrl: given.api + state.url,
      headers: { 'Upload-Token': state.token },
      chunkSize: Number(given['chunk-bytes']),
      // The delays start anew whenever something got through: together they outlast a restart of the server.
      retryDelays: [0, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000],
      // 422: the bytes were damaged on the way and thrown away; the retry asks for the offset and begins again.
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return status === 0 || status >= 500 || [409, 422, 423, 429].includes(status);
      },
      onChunkComplete: (_, done, total) => say(`sent ${done} of ${total}`),
      onSuccess: resolve,
      onError: reject,
    }).start();
  });
}

async function submit() {
  const payload = {
    schema_version: 1,
    store_id: given.store,
    aisle: given.aisle,
    timestamp: state.takenAt,
    device_mac: given.mac,
    planogram_version: given.version,
    // What the camera took; the photo itself says it exactly.
    capture_resolution: '1x1',
    upload_id: state.uploadId,
    sha256,
  };
  const { captureSubmit } = await ask(
    `mutation ($input: CaptureSubmitInput!) { captureSubmit(input: $input) {
      results { outcome capture { id } problems { message } } userErrors { message } } }`,
    { input: { captures: [payload] } },
  );
  const [result] = captureSubmit.results;
  // DUPLICATE: an earlier answer was lost on the way; it is the same capture.
  if (!result?.capture) throw new Error(JSON.stringify(captureSubmit));
  say(`${result.outcome} ${result.capture.id}`);
  return result.capture.id;
}

async function waitForScore(id) {
  for (;;) {
    const { capture } = await ask('query ($id: ID!) { capture(id: $id) { state currentScore { score } } }', {
      id,
    });
    if (['SCORED', 'ARCHIVED', 'DEAD_LETTERED'].includes(capture.state)) {
      say(`${capture.state} ${capture.currentScore?.score ?? 'without a score'}`);
      return capture.state !== 'DEAD_LETTERED';
    }
    await sleep(1000);
  }
}

/** One GraphQL request, again until there is an answer: each of them may be sent twice without harm. */
async function ask(query, variables) {
  for (let pauseMs = 250; ; pauseMs = Math.min(30_000, pauseMs * 2)) {
    const answer = await fetch(`${given.api}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${deviceKey}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    }).catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429) {
      const { data, errors } = await answer.json();
      if (!data) throw new Error(errors.map((e) => e.message).join('\n'));
      return data;
    }
    await sleep(pauseMs);
  }
}
