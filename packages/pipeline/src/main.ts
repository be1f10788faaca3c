/** The worker process: environment, start, and a graceful end on SIGTERM, SIGINT or the parent's death. */
import { readEnv } from './env.ts';
import { startWorker } from './worker.ts';

const env = readEnv();
const worker = await startWorker(env);

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  worker.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
if (env.stopWithParent) process.stdin.on('end', stop).on('error', stop).resume();
