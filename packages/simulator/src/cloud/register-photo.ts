import type { RenderedCapture } from '../photo/render-capture.ts';
import { knownPhotoOf } from './known-photo-of.ts';

/**
 * Registers the content of a photo with a sandbox cloud, before the photo is submitted. Returns false when the file is no
 * whole picture.
 * @throws Error when the sandbox refuses it.
 */
export async function registerPhoto(
  sandboxUrl: string,
  capture: RenderedCapture,
  signal: AbortSignal,
): Promise<boolean> {
  const truth = await knownPhotoOf(capture);
  if (truth === null) return false;
  const response = await fetch(new URL('/sandbox/truths', sandboxUrl), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ truths: [truth] }),
    signal,
  });
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${await response.text()}`);
  await response.body?.cancel();
  return true;
}
