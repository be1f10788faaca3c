import type { RenderedCapture } from '../photo/render-capture.ts';
import { type ApiClient, ApiRefusal } from './api-client.ts';
import type { CapturePlan } from './capture-plan.ts';
import { type DevicePayload, devicePayload, sha256Of } from './device-payload.ts';
import { localInstant } from './local-instant.ts';

/** Fields that faulty firmware leaves out. */
const losableFields = ['planogram_version', 'capture_resolution', 'timestamp', 'aisle'] as const;

export interface SubmitResult {
  outcome: 'ACCEPTED' | 'DUPLICATE' | 'CONFLICT' | 'DEAD_LETTERED';
  captureId: string | null;
  problems: { path: string; code: string; message: string }[];
}

/**
 * Uploads the photo and submits its payload, `sends` times at once, and once more where the plan is a duplicate. Returns
 * the API's results. A request without an answer is sent again: the API recognises the same capture by its key.
 *
 * @param now the device's clock
 */
export async function submitCapture(
  device: ApiClient,
  plan: CapturePlan,
  capture: RenderedCapture,
  now: () => Date,
  sends = 1,
): Promise<SubmitResult[]> {
  const uploadId = await upload(device, capture.jpeg);
  const whole = devicePayload(plan, capture, uploadId);
  const payload = plan.fault === 'missingField' ? without(whole, plan.ordinal) : whole;
  const send = () => submit(device, { ...payload, sent_at: localInstant(now(), plan.store.timeZone) });
  const answers = await Promise.all(Array.from({ length: sends }, send));
  return plan.fault === 'duplicate' ? [...answers, await send()] : answers;
}

async function upload(device: ApiClient, bytes: Uint8Array): Promise<string> {
  const input = { mimeType: 'image/jpeg', byteLength: bytes.length, sha256: sha256Of(bytes) };
  const { captureUploadCreate: created } = await device.graphql<{
    captureUploadCreate: { uploadId: string | null; url: string | null; userErrors: { message: string }[] };
  }>(
    'mutation ($input: CaptureUploadCreateInput!) { captureUploadCreate(input: $input) { uploadId url userErrors { message } } }',
    { input },
  );
  if (created.uploadId === null || created.url === null)
    throw new ApiRefusal(200, `no upload: ${created.userErrors.map((e) => e.message).join('; ')}`);
  await device.put(created.url, bytes, 'image/jpeg');
  return created.uploadId;
}

async function submit(device: ApiClient, payload: DevicePayload): Promise<SubmitResult> {
  const { captureSubmit } = await device.graphql<{
    captureSubmit: {
      results: (Omit<SubmitResult, 'captureId'> & { capture: { id: string } | null })[];
      userErrors: { message: string }[];
    };
  }>(
    'mutation ($input: CaptureSubmitInput!) { captureSubmit(input: $input) { results { outcome capture { id } problems { path code message } } userErrors { message } } }',
    { input: { captures: [payload] } },
  );
  const [result] = captureSubmit.results;
  if (!result)
    throw new ApiRefusal(200, captureSubmit.userErrors.map((e) => e.message).join('; ') || 'no result');
  return { outcome: result.outcome, captureId: result.capture?.id ?? null, problems: result.problems };
}

function without(payload: DevicePayload, ordinal: number): DevicePayload {
  const lost = losableFields[ordinal % losableFields.length];
  return Object.fromEntries(Object.entries(payload).filter(([field]) => field !== lost));
}
