import { isMainThread } from 'node:worker_threads';

/**
 * Preloaded into every child (`node --import`): ends the process, and all that it started, when its standard input closes.
 * That happens when the parent ends in whatever way, SIGKILL included. The child leads a process group of its own.
 */
const graceMs = 8_000;

/**
 * Next.js hands `--import` on to the processes that it starts, in NODE_OPTIONS. Those of Turbopack have a closed standard
 * input from the start: they would end at once, and Turbopack would wait for them without end. So the mark is taken away.
 */
const isChildOfStart = process.env.GONDOLA_ENDS_WITH_STDIN === '1';
delete process.env.GONDOLA_ENDS_WITH_STDIN;

function parentGone(): void {
  // What the child started ends with it at the latest, and the child itself was about to end.
  process.on('exit', () => process.kill(-process.pid, 'SIGKILL'));
  process.kill(-process.pid, 'SIGTERM');
  // For a program that takes longer to finish its work, or ignores the signal.
  setTimeout(() => process.exit(1), graceMs).unref();
}

// Threads of the process are preloaded too, and theirs is a standard input of their own that ends at once.
if (isMainThread && isChildOfStart) {
  process.stdin.on('end', parentGone).on('error', parentGone).resume();
  // Waiting for the parent's end alone keeps nobody running.
  (process.stdin as { unref?: () => void }).unref?.();
}
