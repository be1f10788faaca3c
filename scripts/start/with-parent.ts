import { isMainThread } from 'node:worker_threads';

/**
 * Preloaded into every child (`node --import`): ends the process when its standard input closes, which happens when the
 * parent ends in whatever way, SIGKILL included.
 */
const graceMs = 8_000;

function parentGone(): void {
  process.kill(process.pid, 'SIGTERM');
  // For a program that takes longer to finish its work, or ignores the signal.
  setTimeout(() => process.exit(1), graceMs).unref();
}

// Threads of the process are preloaded too, and theirs is a standard input of their own that ends at once.
if (isMainThread) {
  process.stdin.on('end', parentGone).on('error', parentGone).resume();
  // Waiting for the parent's end alone keeps nobody running.
  (process.stdin as { unref?: () => void }).unref?.();
}
