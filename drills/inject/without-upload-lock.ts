/** Removes the lock between processes: each process then knows only its own transfers. */
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../apps/api/src/uploads/lock-session.ts'), {
  openLockSession: (original) => (url, events) => {
    const session = original(url, events);
    return { ...session, tryLock: async (name) => (await session.tryLock(name)) ?? (async () => {}) };
  },
});
