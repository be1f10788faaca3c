import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../fault.ts';
import { decoderEnv } from './decoder-env.ts';
import { closeSheet, openSheet, type Parcel, putOnSheet, takeFromSheet } from './photo-sheet.ts';
import type { PhotoAnswer, PhotoRequest, PhotoTask } from './photo-work.ts';

/** The process ended before it answered: killed for memory, crashed in a decoder, or stopped. Never the photo's proof. */
export class ChildDied extends Fault {
  constructor(how: string, cause?: unknown) {
    super('DECODER_DIED', `The decoding process ended (${how})`, { retry: true, cause });
  }
}

/** No answer within the time that no photo needs: the process was ended. */
export class ChildStuck extends Fault {
  constructor(timeoutMs: number) {
    super('DECODER_STUCK', `No answer in ${timeoutMs} ms`, { retry: true });
  }
}

export interface PhotoProcess {
  readonly pid: number | undefined;
  isAlive(): boolean;
  /** Photos given to it so far. */
  served(): number;
  /** What it held after its last photo. */
  rssBytes(): number;
  /**
   * One photo at a time; what the answer brings must be taken before the next one. Rejects with ChildDied, with
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

/** Pixels live outside this heap, which therefore stays small. */
const nodeFlags = ['--max-old-space-size=256'];

/** Throws ChildDied when the machine has no room for another process. */
export function startPhotoProcess(): PhotoProcess {
  let sheet: number;
  try {
    sheet = openSheet();
  } catch (error) {
    throw new ChildDied(`it could not start: ${(error as Error).message}`, error);
  }
  const child = startChild(sheet);
  // A failed start or a broken channel is told as an error event as well, which unheard would end this process.
  child.on('error', () => undefined);
  const ended = once(child, 'exit')
    .then(
      ([code, signal]) => String(signal ?? code),
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    )
    .finally(() => closeSheet(sheet));
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
      if (!isAlive()) throw new ChildDied('before it was asked');
      lastId += 1;
      const id = lastId;
      const [parcel = photo] = putOnSheet(sheet, [photo]);
      const request: PhotoRequest = { id, task, photo: parcel };
      const { promise, resolve, reject } = Promise.withResolvers<PhotoAnswer>();
      const hear = (answer: PhotoAnswer | 'ready') => {
        if (answer !== 'ready' && answer.id === id) resolve(answer);
      };
      const giveUp = (reason: unknown) => {
        child.kill('SIGKILL');
        reject(reason);
      };
      const abort = () => giveUp(signal?.reason);
      const timer = setTimeout(() => giveUp(new ChildStuck(timeoutMs)), timeoutMs);
      child.on('message', hear);
      signal?.addEventListener('abort', abort, { once: true });
      void ended.then((how) => reject(new ChildDied(how)));
      child.send(request, (error) => error && reject(new ChildDied(error.message)));
      try {
        const answer = await promise;
        rssBytes = answer.rssBytes;
        return answer;
      } finally {
        clearTimeout(timer);
        child.off('message', hear);
        signal?.removeEventListener('abort', abort);
      }
    },
    take: (parcel) => takeFromSheet(sheet, parcel),
    async stop() {
      if (isAlive()) child.kill('SIGKILL');
      await ended;
    },
  };
}

function startChild(sheet: number) {
  try {
    return fork(fileURLToPath(new URL('./photo-child.ts', import.meta.url)), {
      // Binary frames as they are; the default would turn them into JSON.
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', sheet],
      env: decoderEnv,
      execArgv: nodeFlags,
    });
  } catch (error) {
    closeSheet(sheet);
    throw new ChildDied(`it could not start: ${(error as Error).message}`, error);
  }
}
