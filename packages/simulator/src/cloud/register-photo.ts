import type { RenderedCapture } from '../photo/render-capture.ts';
import { truthOfCapture } from './truth-of-capture.ts';

/**
 * Tells a sandbox cloud what is on a photo, before the photo is handed in. False when the file is no whole picture.
 * @throws Error when the sandbox does not take it.
 */
export async function tellTruth(
  sandboxUrl: string,
  capture: RenderedCapture,
  signal: AbortSignal,
): Promise<boolean> {
  const truth = await truthOfCapture(capture);
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
