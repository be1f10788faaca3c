/*
 * A process that decodes photos for its parent and holds nothing else: no database, no keys. Hostile bytes that get the
 * better of a decoder find an empty room, and a crash costs one retry.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { decodeOnce } from '../decode-once.ts';
import { type Frame, releaseFrame } from '../frame.ts';
import { toInferenceFrame } from '../inference-frame.ts';
import { sharp } from '../limits.ts';
import { decodeReferenceImage } from '../reference-image.ts';
import { putOnSheet, takeFromSheet } from './photo-sheet.ts';
import { type FrameOnSheet, failureOf, type PhotoRequest, type ReadingOnSheet } from './photo-work.ts';

/** The parent hands the sheet over under this number, after the three standard streams and the channel. */
const sheet = 4;

process.on('message', (request: PhotoRequest) => {
  void answer(request)
    .catch(failureOf)
    .then((outcome) => process.send?.({ id: request.id, rssBytes: process.memoryUsage.rss(), ...outcome }));
});
// The parent is gone, however it went. An orderly exit would wait for a decoder that hangs.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
preferAsVictim();
await warmUp();
process.send?.('ready');

async function answer({ task, photo }: PhotoRequest) {
  const bytes = takeFromSheet(sheet, photo);
  switch (task.kind) {
    case 'read':
      return { outcome: 'read', value: await read(bytes, task.maxInferenceLongSidePx) } as const;
    case 'inferenceFrame':
      return frameAnswer(await toInferenceFrame(bytes, task.maxLongSidePx));
    case 'referenceImage':
      return frameAnswer(await decodeReferenceImage(bytes));
  }
}

async function read(bytes: Uint8Array, maxInferenceLongSidePx: number): Promise<ReadingOnSheet> {
  const { reading, inferenceFrame } = await decodeOnce(bytes, { maxInferenceLongSidePx });
  const { display, thumbnail, ...rest } = reading;
  const [one, two, three] = putOnSheet(sheet, [display.bytes, thumbnail.bytes, inferenceFrame.data]);
  if (!one || !two || !three) throw new Error('three pieces were put on the sheet');
  const { width, height } = inferenceFrame;
  const value = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    reading: rest,
    display: { ...withoutBytes(display), parcel: one },
    thumbnail: { ...withoutBytes(thumbnail), parcel: two },
    inferenceFrame: { width, height, parcel: three },
  };
  // One that had to go by the channel is still on its way.
  if (!(three instanceof Uint8Array)) releaseFrame(inferenceFrame);
  return value;
}

function frameAnswer(frame: Frame): { outcome: 'frame'; value: FrameOnSheet } {
  const [parcel] = putOnSheet(sheet, [frame.data]);
  if (!parcel) throw new Error('a piece was put on the sheet');
  if (!(parcel instanceof Uint8Array)) releaseFrame(frame);
  return { outcome: 'frame', value: { width: frame.width, height: frame.height, parcel } };
}

function withoutBytes<T extends { bytes: Uint8Array }>({ bytes: _, ...rest }: T): Omit<T, 'bytes'> {
  return rest;
}

/** When the machine runs out of memory, Linux shall end this process and not the parent, who has state to lose. */
function preferAsVictim(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '500');
  } catch {
    // Another system, or one that forbids it.
  }
}

/** The first photo would otherwise pay for loading the codecs and compiling the measures. */
async function warmUp(): Promise<void> {
  const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();
  await decodeOnce(jpeg, { maxInferenceLongSidePx: 32 });
}
