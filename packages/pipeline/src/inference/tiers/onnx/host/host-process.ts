import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Frame } from '../../../../images/frame.ts';
import {
  closeTransferFile,
  openTransferFile,
  writeToTransferFile,
} from '../../../../images/isolated/transfer-file.ts';
import type { DetectorFacts } from '../../../detector/open-detector.ts';
import { TierFault } from '../../../tier.ts';
import type { Gallery } from '../embedder/gallery.ts';
import {
  type FromHost,
  type HostTask,
  type HostValue,
  type HostWork,
  type OpenModel,
  type SentFrame,
  type ToHost,
  touch,
} from './messages.ts';
import { unpackValue } from './sent-boxes.ts';

/** The process ended before it answered: a crash in a model, no memory, or a kill. */
export class HostDied extends TierFault {
  constructor(how: string, cause?: unknown) {
    super('TRANSIENT', `the process that runs the model ended (${how})`, { cause });
  }
}

export interface Host {
  readonly pid: number | undefined;
  /** When the model is loaded. Rejects with what is wrong with it, or with HostDied. */
  opened: Promise<DetectorFacts>;
  isAlive(): boolean;
  /** One piece of work at a time. Rejects with a TierFault; after `timeoutMs` the process is killed. */
  ask(work: HostWork, timeoutMs: number): Promise<HostValue>;
  stop(): Promise<void>;
}

/** Loading a large model from a slow disk; a process that needs longer hangs. */
const openTimeoutMs = 120_000;

/** Pixels and weights live outside this heap. */
const nodeFlags = ['--max-old-space-size=256'];

/**
 * The whole environment of a host: no keys, no database address. The variables make glibc reuse the memory of one photo
 * instead of requesting fresh pages each time (mallopt(3)); other systems ignore them.
 */
const hostEnv = {
  MALLOC_MMAP_THRESHOLD_: String(256 * 2 ** 20),
  MALLOC_TRIM_THRESHOLD_: String(256 * 2 ** 20),
};

/** Galleries have the same number for every host. */
const galleryIds = new WeakMap<Gallery, number>();
let lastGalleryId = 0;

/** Throws HostDied when the machine has no room for another process. */
export function startHost(open: OpenModel): Host {
  const { child, transferFile } = startChild();
  child.on('error', () => undefined);
  const ended = once(child, 'exit')
    .then(
      ([code, signal]) => String(signal ?? `code ${code}`),
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    )
    .finally(() => closeTransferFile(transferFile));
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const isAlive = () =>
    !hasEnded && !child.killed && child.connected && child.exitCode === null && child.signalCode === null;
  const cached = new Map<number, true>();
  let lastId = 0;

  /** Sends a message and waits for the answer that `read` recognises. */
  const exchange = async <T>(message: ToHost, timeoutMs: number, read: (from: FromHost) => T | null) => {
    if (!isAlive()) throw new HostDied('before it was asked');
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const onMessage = (from: FromHost) => {
      try {
        const value = read(from);
        if (value !== null) resolve(value);
      } catch (error) {
        reject(error);
      }
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new TierFault('TRANSIENT', `the model did not answer in ${timeoutMs} ms`));
    }, timeoutMs);
    child.on('message', onMessage);
    void ended.then((how) => reject(new HostDied(how)));
    child.send(message, (error) => error && reject(new HostDied(error.message, error)));
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      child.off('message', onMessage);
    }
  };

  const send = (frames: readonly Frame[]): SentFrame[] => {
    const parcels = writeToTransferFile(
      transferFile,
      frames.map(({ data }) => data),
    );
    return frames.map(({ width, height, data }, i) => ({ width, height, parcel: parcels[i] ?? data }));
  };

  const toTask = (work: HostWork): HostTask => {
    if (work.kind === 'embed') return { kind: 'embed', frames: send(work.frames) };
    const { frame, gallery, settled } = work;
    const [sent] = send([frame]);
    if (!sent) throw new Error('invariant: no frame was sent');
    return { kind: 'detect', frame: sent, gallery: gallery && nameGallery(gallery, cached), settled };
  };

  const opened = exchange({ open }, openTimeoutMs, (from) => {
    if ('refused' in from) throw new TierFault(from.refused.kind, from.refused.message);
    return 'opened' in from ? from.opened : null;
  });
  // Callers of `opened` get the rejection; without a caller it must not count as unhandled.
  opened.catch(() => undefined);

  return {
    pid: child.pid,
    opened,
    isAlive,
    async ask(work, timeoutMs) {
      lastId += 1;
      const id = lastId;
      return exchange({ id, task: toTask(work) }, timeoutMs, (from) => {
        if (!('id' in from) || from.id !== id) return null;
        if ('fault' in from) throw new TierFault(from.fault.kind, from.fault.message);
        return unpackValue(from.value);
      });
    },
    async stop() {
      if (isAlive()) child.kill('SIGKILL');
      await ended;
    },
  };
}

function nameGallery(gallery: Gallery, cached: Map<number, true>) {
  const id = galleryIds.get(gallery) ?? ++lastGalleryId;
  galleryIds.set(gallery, id);
  const content = cached.has(id) ? null : gallery;
  touch(cached, id, true);
  return { id, content };
}

function startChild(): { child: ChildProcess; transferFile: number } {
  let transferFile: number | null = null;
  try {
    transferFile = openTransferFile();
    const child = fork(fileURLToPath(new URL('./host-child.ts', import.meta.url)), [String(process.pid)], {
      // Typed arrays as they are; the default would turn them into JSON.
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', transferFile],
      env: hostEnv,
      execArgv: nodeFlags,
    });
    return { child, transferFile };
  } catch (error) {
    if (transferFile !== null) closeTransferFile(transferFile);
    throw new HostDied(`it could not start: ${(error as Error).message}`, error);
  }
}
