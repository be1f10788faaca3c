import sharp from 'sharp';
import { createRandom } from '../random.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import { type CaptureOptions, type RenderedCapture, renderCapture } from './render-capture.ts';

/** Faults of a camera's file. Faults of a payload belong to the fleet (capture-plan.ts). */
export type CameraFault = 'blur' | 'lowResolution' | 'truncated' | 'wrongOrientation' | 'zeroBytes';

export const cameraFaults: readonly CameraFault[] = [
  'blur',
  'lowResolution',
  'truncated',
  'wrongOrientation',
  'zeroBytes',
];

/** Long enough for a header and a first strip of the picture, far too short for a whole picture. */
const remainingShare = [0.15, 0.6] as const;

/** Renders a capture with a camera fault. The same bay, seed, fault and options give the same bytes. */
export async function renderFaultyCapture(
  bay: DemoBay,
  seed: string | number,
  fault: CameraFault,
  options: CaptureOptions = {},
): Promise<RenderedCapture> {
  const random = createRandom(`fault/${fault}/${seed}`);
  switch (fault) {
    case 'blur':
      // Out of focus: the phone's noise reduction removes the grain together with the detail.
      return renderCapture(bay, seed, {
        ...options,
        exposure: { ...options.exposure, blurPx: random.between(6, 10), noise: 0.4 },
      });
    case 'lowResolution':
      return small(await renderCapture(bay, seed, options), random.whole(480, 900));
    case 'truncated': {
      const whole = await renderCapture(bay, seed, options);
      const length = Math.floor(whole.jpeg.length * random.between(...remainingShare));
      return { ...whole, jpeg: whole.jpeg.slice(0, length) };
    }
    case 'wrongOrientation':
      return renderCapture(bay, seed, {
        ...options,
        orientation: random.pick([3, 6, 8] as const),
        orientationTagged: false,
      });
    case 'zeroBytes':
      return { ...(await renderCapture(bay, seed, options)), jpeg: new Uint8Array(0) };
  }
}

/** Returns the photo with a short side of `shortSidePx`, with its EXIF data. */
async function small(capture: RenderedCapture, shortSidePx: number): Promise<RenderedCapture> {
  const { data, info } = await sharp(capture.jpeg)
    .resize({ width: shortSidePx, height: shortSidePx, fit: 'outside' })
    .keepMetadata()
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true });
  return { ...capture, jpeg: new Uint8Array(data), widthPx: info.width, heightPx: info.height };
}
