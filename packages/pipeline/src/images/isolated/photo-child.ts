/**
 * Decodes photos for the parent process. Has no database access and no keys: hostile bytes that take over a decoder
 * gain nothing, and a crash costs one retry.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { decodeOnce } from '../decode-once.ts';
import { type Frame, releaseFrame } from '../frame.ts';
import { toInferenceFrame } from '../inference-frame.ts';
import { sharp } from '../limits.ts';
import { decodeReferenceImage } from '../reference-image.ts';
import {
  failureOf,
  type PhotoRequest,
  type TransferredFrame,
  type TransferredReading,
} from './photo-work.ts';
import { readFromTransferFile, writeToTransferFile } from './transfer-file.ts';

/** File descriptor of the transfer file, after the three standard streams and the channel. */
const transferFile = 4;

process.on('message', (request: PhotoRequest) => {
  void answer(request)
    .catch(failureOf)
    .then((outcome) => process.send?.({ id: request.id, rssBytes: process.memoryUsage.rss(), ...outcome }));
});
// The parent has ended. An orderly exit would wait for a hanging decoder.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
preferAsVictim();
await warmUp();
process.send?.('ready');

async function answer({ task, photo }: PhotoRequest) {
  const bytes = readFromTransferFile(transferFile, photo);
  switch (task.kind) {
    case 'read':
      return { outcome: 'read', value: await read(bytes, task.maxInferenceLongSidePx) } as const;
    case 'inferenceFrame':
      return frameAnswer(await toInferenceFrame(bytes, task.maxLongSidePx));
    case 'referenceImage':
      return frameAnswer(await decodeReferenceImage(bytes));
  }
}

async function read(bytes: Uint8Array, maxInferenceLongSidePx: number): Promise<TransferredReading> {
  const { reading, inferenceFrame } = await decodeOnce(bytes, { maxInferenceLongSidePx });
  const { display, thumbnail, ...rest } = reading;
  const [one, two, three] = writeToTransferFile(transferFile, [
    display.bytes,
    thumbnail.bytes,
    inferenceFrame.data,
  ]);
  if (!one || !two || !three) throw new Error('invariant: transfer file returned no offsets');
  const { width, height } = inferenceFrame;
  const value = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    reading: rest,
    display: { ...withoutBytes(display), parcel: one },
    thumbnail: { ...withoutBytes(thumbnail), parcel: two },
    inferenceFrame: { width, height, parcel: three },
  };
  // Bytes sent over the channel are still in flight.
  if (!(three instanceof Uint8Array)) releaseFrame(inferenceFrame);
  return value;
}

function frameAnswer(frame: Frame): { outcome: 'frame'; value: TransferredFrame } {
  const [parcel] = writeToTransferFile(transferFile, [frame.data]);
  if (!parcel) throw new Error('invariant: transfer file returned no offset');
  if (!(parcel instanceof Uint8Array)) releaseFrame(frame);
  return { outcome: 'frame', value: { width: frame.width, height: frame.height, parcel } };
}

function withoutBytes<T extends { bytes: Uint8Array }>({ bytes: _, ...rest }: T): Omit<T, 'bytes'> {
  return rest;
}

/** Makes Linux end this process before the parent when memory runs out, because the parent has state to lose. */
function preferAsVictim(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '500');
  } catch {
    // Other systems, or a container that forbids it.
  }
}

/** Loads the codecs and compiles the measures, so that the first photo does not wait for them. */
async function warmUp(): Promise<void> {
  const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();
  await decodeOnce(jpeg, { maxInferenceLongSidePx: 32 });
}
