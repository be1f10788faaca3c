import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../fault.ts';
import type { PhotoAnswer, PhotoRequest } from './photo-work.ts';

/** The process ended before it answered: killed for memory, crashed in a decoder, or stopped. Never the photo's proof. */
export class ChildDied extends Fault {
  constructor(how: string) {
    super('DECODER_DIED', `The decoding process ended (${how})`, { retry: true });
  }
}

export interface PhotoProcess {
  isAlive(): boolean;
  /** One photo at a time. Rejects with ChildDied, or with a Fault DECODER_STUCK after killing it. */
  exchange(request: PhotoRequest, timeoutMs: number): Promise<PhotoAnswer>;
  stop(): Promise<void>;
}

export function startPhotoProcess(): PhotoProcess {
  const child = fork(fileURLToPath(new URL('./photo-child.ts', import.meta.url)), {
    // Binary frames as they are; the default would turn them into JSON.
    serialization: 'advanced',
    // No keys, no database address. Pixels live outside this heap, which therefore stays small.
    env: { VIPS_BLOCK_UNTRUSTED: '1' },
    execArgv: ['--max-old-space-size=256'],
  });
  // A failed start or a broken channel is told as an error event as well, which unheard would end this process.
  child.on('error', () => undefined);
  const ended = once(child, 'exit').then(
    ([code, signal]) => String(signal ?? code),
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  );
  const isAlive = () => child.connected && child.exitCode === null && child.signalCode === null;

  return {
    isAlive,
    async exchange(request, timeoutMs) {
      let timer: NodeJS.Timeout | undefined;
      let hear: (answer: PhotoAnswer) => void = () => undefined;
      try {
        return await Promise.race([
          new Promise<PhotoAnswer>((resolve, reject) => {
            hear = resolve;
            child.once('message', hear);
            child.send(request, (error) => error && reject(new ChildDied(error.message)));
          }),
          ended.then((how) => {
            throw new ChildDied(how);
          }),
          new Promise<never>((_, reject) => {
            timer = setTimeout(() => {
              child.kill('SIGKILL');
              reject(new Fault('DECODER_STUCK', `No answer in ${timeoutMs} ms`, { retry: true }));
            }, timeoutMs);
          }),
        ]);
      } finally {
        clearTimeout(timer);
        child.off('message', hear);
      }
    },
    async stop() {
      if (isAlive()) child.kill('SIGKILL');
      await ended;
    },
  };
}
