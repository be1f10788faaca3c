import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultPlan } from './fault-plan.ts';
import { openPatch, type PatchAnswer } from './transfer.ts';

export interface Photo {
  bytes: Uint8Array;
  sha256: string;
}

export interface Camera {
  urls: readonly string[];
  deviceKey: string;
  storeCode: string;
  random(): number;
  faults: FaultPlan;
  /** Aborts the upload, so that a drill ends even when an upload does not. */
  deadline: AbortSignal;
}

interface Announced {
  id: string;
  token: string;
}

const retryMs = 100;

/**
 * Uploads a photo like a camera with two API addresses and a bad connection: first the payload, then the photo in
 * pieces of random size, each to either process. Stops when the server confirms the whole photo. Returns the upload's
 * id. Throws at an answer that the protocol does not allow.
 */
export async function handInPhoto(camera: Camera, photo: Photo, ordinal: number): Promise<string> {
  const upload = await announce(camera, photo);
  const before = camera.random() < 0.5;
  if (before) await submit(camera, upload, ordinal);
  await send(camera, upload, photo, ordinal);
  if (!before) await submit(camera, upload, ordinal);
  return upload.id;
}

async function send(camera: Camera, upload: Announced, { bytes }: Photo, ordinal: number): Promise<void> {
  let offset = await ask(camera, upload);
  while (offset < bytes.length) {
    camera.deadline.throwIfAborted();
    const chunk = bytes.subarray(offset, offset + 1 + Math.floor(camera.random() * 48 * 1024));
    const answer = await patch(camera, upload, offset, chunk, ordinal);
    const granted = answer?.status === 204 ? answer.offset : null;
    if (granted !== null) camera.faults.noteProgress(granted - offset);
    // 409: another transfer came first; 422: the bytes were damaged and discarded.
    else if (answer && answer.status < 500 && ![409, 422, 423].includes(answer.status))
      throw new Error(`a PATCH of ${chunk.length} bytes at ${offset} was answered with ${answer.status}`);
    if (answer?.status === 422) camera.faults.restarts += 1;
    offset = granted ?? (await ask(camera, upload));
  }
}

/** Sends one PATCH, or the plan's fault instead. */
async function patch(
  camera: Camera,
  upload: Announced,
  offset: number,
  chunk: Uint8Array,
  ordinal: number,
): Promise<PatchAnswer> {
  const { faults, urls } = camera;
  const place = Math.floor(camera.random() * urls.length);
  const url = urls[place] ?? '';
  // A short piece arrives before a fault can affect it.
  const fault = chunk.length > 8192 ? faults.next(ordinal) : null;
  if (fault === 'abort') {
    const answer = await openPatch(url, upload, offset, chunk).send({ cutAfterBytes: chunk.length / 2 });
    if (answer === null) faults.happened(ordinal, 'abort');
    return answer;
  }
  if (fault === 'damage') {
    const damaged = Uint8Array.from(chunk);
    damaged[4000] = 255 - (damaged[4000] ?? 0);
    const answer = await openPatch(url, upload, offset, damaged).send();
    if (answer?.status === 204) faults.happened(ordinal, 'damage');
    return answer;
  }
  if (fault === 'rival') {
    const other = urls[(place + 1) % urls.length] ?? '';
    return rival(camera, upload, offset, chunk, [url, other], ordinal);
  }
  return openPatch(url, upload, offset, chunk).send();
}

/** Sends two transfers of the same offset of one upload, one to each process and with different bytes. */
async function rival(
  { faults }: Camera,
  upload: Announced,
  offset: number,
  chunk: Uint8Array,
  urls: [string, string],
  ordinal: number,
): Promise<PatchAnswer> {
  const asked = performance.now();
  const heads = await Promise.all(urls.map((url) => head(url, upload)));
  if (!heads.every((answer) => answer?.ok)) return null;
  const roundTripMs = performance.now() - asked;
  const pair = [
    openPatch(urls[0], upload, offset, chunk),
    openPatch(urls[1], upload, offset, chunk.toReversed()),
  ];
  // Both must be in progress before either has sent a byte, however busy the machine is.
  await sleep(50 + 2 * roundTripMs);
  const answers = await Promise.all(pair.map((one) => one.send()));
  if (answers.every((answer) => answer !== null && answer.status < 500)) faults.happened(ordinal, 'rival');
  // A transfer that lost before its first byte gets an answer too: the unchanged offset.
  const granted = answers.filter((answer) => answer?.status === 204 && (answer.offset ?? 0) > offset);
  if (granted.length > 1) faults.doubleGrants += 1;
  // Only the server knows whose bytes it has stored.
  return null;
}

const head = (url: string, upload: Announced) =>
  fetch(`${url}/uploads/${upload.id}`, {
    method: 'HEAD',
    headers: { 'tus-resumable': '1.0.0', 'upload-token': upload.token },
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);

/** Returns the offset from the first process that answers. */
async function ask(camera: Camera, upload: Announced): Promise<number> {
  for (;;) {
    camera.deadline.throwIfAborted();
    const url = camera.urls[Math.floor(camera.random() * camera.urls.length)] ?? '';
    const answer = await head(url, upload);
    if (answer?.ok) return Number(answer.headers.get('upload-offset'));
    if (answer && answer.status < 500 && answer.status !== 423)
      throw new Error(`a HEAD was answered with ${answer.status}`);
    await sleep(retryMs);
  }
}

async function announce(camera: Camera, photo: Photo): Promise<Announced> {
  const { captureUploadCreate } = await graphql<{ captureUploadCreate: { uploadId: string; token: string } }>(
    camera,
    `mutation ($input: CaptureUploadCreateInput!) { captureUploadCreate(input: $input) { uploadId token } }`,
    { mimeType: 'image/jpeg', byteLength: photo.bytes.length, sha256: photo.sha256 },
  );
  return { id: captureUploadCreate.uploadId, token: captureUploadCreate.token };
}

async function submit(camera: Camera, upload: Announced, ordinal: number): Promise<void> {
  const payload = {
    schema_version: 1,
    store_id: camera.storeCode,
    aisle: 'D01-B01',
    timestamp: new Date(Date.UTC(2026, 10, 23, 9, 0, ordinal)).toISOString(),
    device_mac: '3C:5A:B4:01:02:03',
    planogram_version: 'drill',
    capture_resolution: '1080x1350',
    upload_id: upload.id,
  };
  const { captureSubmit } = await graphql<{ captureSubmit: { results: { outcome: string }[] } }>(
    camera,
    `mutation ($input: CaptureSubmitInput!) { captureSubmit(input: $input) { results { outcome } } }`,
    { captures: [payload] },
  );
  const outcome = captureSubmit.results[0]?.outcome;
  if (outcome !== 'ACCEPTED' && outcome !== 'DUPLICATE') throw new Error(`a payload was answered ${outcome}`);
}

async function graphql<T>(camera: Camera, query: string, input: object): Promise<T> {
  for (;;) {
    camera.deadline.throwIfAborted();
    const url = camera.urls[Math.floor(camera.random() * camera.urls.length)] ?? '';
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${camera.deviceKey}` },
      body: JSON.stringify({ query, variables: { input } }),
      signal: AbortSignal.timeout(10_000),
    })
      .then(async (response) =>
        response.ok ? ((await response.json()) as { data: T | null; errors?: unknown }) : null,
      )
      .catch(() => null);
    if (answer?.data) return answer.data;
    if (answer) throw new Error(`GraphQL: ${JSON.stringify(answer.errors)}`);
    await sleep(retryMs);
  }
}
