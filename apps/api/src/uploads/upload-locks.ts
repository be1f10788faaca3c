import { setTimeout as sleep } from 'node:timers/promises';
import type { Lock, Locker } from '@tus/server';
import { openLockSession } from './lock-session.ts';
import { refusals, UploadRefused } from './upload-refusal.ts';

/** The tus server's locks, and ours for the same uploads: one holder at a time over all API processes. */
export interface UploadLocks extends Locker {
  /** Waits a bounded time; rejects with UploadRefused (423) when the upload stays held. */
  hold<T>(uploadId: string, work: () => Promise<T>): Promise<T>;
  /** Null, without waiting and without disturbing the holder, when the upload is held. */
  holdIfFree<T>(uploadId: string, work: () => Promise<T>): Promise<T | null>;
  close(): Promise<void>;
}

/** Twice what a holder gets to come to an end (`lockDrainMs`), and a device that waits longer had better ask again. */
const waitMs = 4000;
const pollMs = 100;
/** What a transfer gets, from another request's asking for its lock, to save what it has received. */
export const lockDrainMs = 1500;

interface Holder {
  /** Asks the holder to come to an end; nothing while it waits for the database's word. */
  requestRelease(): void;
}

/**
 * Locks as advisory locks of one Postgres session per process: any number of slow transfers pin one connection, and a
 * process that is killed frees its locks with its connection. Whoever waits asks the holder to end, in its process by
 * a call, in another by a notification: the old transfer of a device that came back over a new network holds nothing
 * up. When the session breaks, its holders are told to end; what two writers then make of a file does not hash right.
 */
export function openUploadLocks(databaseUrl: string): UploadLocks {
  const holders = new Map<string, Holder>();
  const session = openLockSession(databaseUrl, {
    onReleaseAsked: (uploadId) => holders.get(uploadId)?.requestRelease(),
    onLost() {
      for (const holder of holders.values()) holder.requestRelease();
      holders.clear();
    },
  });

  async function tryLock(
    uploadId: string,
    requestRelease: () => void,
  ): Promise<(() => Promise<void>) | null> {
    let granted = false;
    const holder: Holder = { requestRelease: () => granted && requestRelease() };
    holders.set(uploadId, holder);
    try {
      const unlock = await session.tryLock(uploadId);
      granted = unlock !== null;
      if (unlock === null) return null;
      return async () => {
        await unlock();
        if (holders.get(uploadId) === holder) holders.delete(uploadId);
      };
    } finally {
      if (!granted && holders.get(uploadId) === holder) holders.delete(uploadId);
    }
  }

  async function lock(uploadId: string, requestRelease: () => void, signal?: AbortSignal) {
    for (const deadline = performance.now() + waitMs; ; await sleep(pollMs)) {
      if (signal?.aborted) throw new UploadRefused(refusals.locked);
      const local = holders.get(uploadId);
      const unlock = local ? null : await tryLock(uploadId, requestRelease);
      if (unlock) return unlock;
      if (local) local.requestRelease();
      else await session.askForRelease(uploadId);
      if (performance.now() >= deadline) throw new UploadRefused(refusals.locked);
    }
  }

  const nothingToRelease = () => {};
  return {
    newLock(uploadId): Lock {
      let unlock: (() => Promise<void>) | null = null;
      return {
        async lock(signal, cancel) {
          unlock = await lock(uploadId, () => void cancel(), signal);
        },
        unlock: async () => unlock?.(),
      };
    },
    async hold(uploadId, work) {
      const unlock = await lock(uploadId, nothingToRelease);
      return released(work, unlock);
    },
    async holdIfFree(uploadId, work) {
      const unlock = holders.has(uploadId) ? null : await tryLock(uploadId, nothingToRelease);
      return unlock === null ? null : released(work, unlock);
    },
    close: session.close,
  };
}

async function released<T>(work: () => Promise<T>, unlock: () => Promise<void>): Promise<T> {
  try {
    return await work();
  } finally {
    await unlock();
  }
}
