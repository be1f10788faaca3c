/*
 * A process that runs models for its parent. It has no database access and no keys. A crash in a model costs one photo.
 */
import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Frame } from '../../../../images/frame.ts';
import { readFromTransferFile } from '../../../../images/isolated/transfer-file.ts';
import { TierFault } from '../../../tier.ts';
import {
  type FromHost,
  type SentFault,
  type SentFrame,
  type ToHost,
  transferFileDescriptor,
} from './messages.ts';
import { type Models, openModels } from './open-models.ts';
import { packValue } from './sent-boxes.ts';

let models: Promise<Models> | null = null;

process.on('message', (message: ToHost) => {
  void onMessage(message).then((answer) => process.send?.(answer));
});
// The parent has ended, for whatever reason.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
new Worker(new URL('./watch-parent.ts', import.meta.url), { workerData: Number(process.argv[2]) });
preferAsVictim();

async function onMessage(message: ToHost): Promise<FromHost> {
  if ('open' in message) {
    models = openModels(message.open);
    return models.then(
      ({ facts }) => ({ opened: facts }),
      (error: unknown) => ({ refused: toSent(error) }),
    );
  }
  const { id, task } = message;
  try {
    if (!models) throw new Error('no model was opened');
    const { detect, embed } = await models;
    const value =
      task.kind === 'detect'
        ? await detect(frameOf(task.frame), task.gallery, task.settled)
        : await embed(task.frames.map(frameOf));
    return { id, value: packValue(value) };
  } catch (error) {
    return { id, fault: toSent(error) };
  }
}

function frameOf({ width, height, parcel }: SentFrame): Frame {
  return { width, height, data: readFromTransferFile(transferFileDescriptor, parcel) };
}

function toSent(error: unknown): SentFault {
  if (error instanceof TierFault) return { kind: error.kind, message: error.message };
  // A bug of ours: the photo that shows it goes to the next tier.
  return {
    kind: 'PERMANENT_INPUT',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** Makes Linux end this process first when memory runs out, not the parent, which has state to lose. */
function preferAsVictim(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '500');
  } catch {
    // Another system, or one that forbids it.
  }
}
