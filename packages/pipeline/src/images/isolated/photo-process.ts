import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../fault.ts';
import { ChildDied } from './child-died.ts';
import { decoderEnv } from './decoder-env.ts';
import type { PhotoAnswer, PhotoRequest, PhotoTask } from './photo-work.ts';
import {
  closeTransferFile,
  openTransferFile,
  type Parcel,
  readFromTransferFile,
  writeToTransferFile,
} from './transfer-file.ts';

/** Thrown when a process exceeded a limit that every photo meets; the process was killed. */
export class ChildStuck extends Fault {
  constructor(timeoutMs: number) {
    super('DECODER_STUCK', `No response in ${timeoutMs} ms`, { retry: true });
  }
}

export interface PhotoProcess {
  readonly pid: number | undefined;
  isAlive(): boolean;
  /** Returns the number of photos sent to the process. */
  served(): number;
  /** Returns its memory after its last photo. */
  rssBytes(): number;
  /**
   * Processes one photo at a time; parcels of the answer must be read before the next photo. Rejects with ChildDied, with
   * ChildStuck, or with the signal's reason; after the last two the process is killed.
   */
  exchange(task: PhotoTask, photo: Uint8Array, limits: ExchangeLimits): Promise<PhotoAnswer>;
  take(parcel: Parcel): Uint8Array;
  stop(): Promise<void>;
}

export interface ExchangeLimits {
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** Pixels are stored outside this heap, so it stays small. */
const nodeFlags = ['--max-old-space-size=256'];

/** Starts a decoding process. Throws ChildDied when the machine cannot start another one. */
export function startPhotoProcess(): PhotoProcess {
  let transferFile: number;
  try {
    transferFile = openTransferFile();
  } catch (error) {
    throw new ChildDied(`it could not start: ${(error as Error).message}`, error);
  }
  const child = startChild(transferFile);
  // A failed start or a broken channel also emits an error event, which without a listener would end this process.
  child.on('error', () => undefined);
  const ended = once(child, 'exit')
    .then(
      ([code, signal]) => String(signal ?? code),
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    )
    .finally(() => closeTransferFile(transferFile));
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  let lastId = 0;
  let rssBytes = 0;
  const isAlive = () => !hasEnded && child.connected && child.exitCode === null && child.signalCode === null;

  return {
    pid: child.pid,
    isAlive,
    served: () => lastId,
    rssBytes: () => rssBytes,
    async exchange(task, photo, { timeoutMs, signal }) {
      signal?.throwIfAborted();
      if (!isAlive()) throw new ChildDied('before the request');
      lastId += 1;
      const id = lastId;
      const [parcel = photo] = writeToTransferFile(transferFile, [photo]);
      const request: PhotoRequest = { id, task, photo: parcel };
      const { promise, resolve, reject } = Promise.withResolvers<PhotoAnswer>();
      const onMessage = (answer: PhotoAnswer | 'ready') => {
        if (answer !== 'ready' && answer.id === id) resolve(answer);
      };
      const giveUp = (reason: unknown) => {
        child.kill('SIGKILL');
        reject(reason);
      };
      const abort = () => giveUp(signal?.reason);
      const timer = setTimeout(() => giveUp(new ChildStuck(timeoutMs)), timeoutMs);
      child.on('message', onMessage);
      signal?.addEventListener('abort', abort, { once: true });
      void ended.then((how) => reject(new ChildDied(how)));
      child.send(request, (error) => error && reject(new ChildDied(error.message)));
      try {
        const answer = await promise;
        rssBytes = answer.rssBytes;
        return answer;
      } finally {
        clearTimeout(timer);
        child.off('message', onMessage);
        signal?.removeEventListener('abort', abort);
      }
    },
    take: (parcel) => readFromTransferFile(transferFile, parcel),
    async stop() {
      if (isAlive()) child.kill('SIGKILL');
      await ended;
    },
  };
}

function startChild(transferFile: number) {
  try {
    return fork(fileURLToPath(new URL('./photo-child.ts', import.meta.url)), {
      // Sends binary frames unchanged; the default would turn them into JSON.
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', transferFile],
      env: decoderEnv,
      execArgv: nodeFlags,
    });
  } catch (error) {
    closeTransferFile(transferFile);
    throw new ChildDied(`it could not start: ${(error as Error).message}`, error);
  }
}
