/** Runs the worker process until SIGTERM, SIGINT or the end of its parent process, then stops it gracefully. */
import { describeError } from '@gondola/db/describe-error';
import { readEnv } from './env.ts';
import { startWorker } from './worker.ts';

const { env, worker } = await start();

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

async function start() {
  try {
    const env = readEnv();
    return { env, worker: await startWorker(env) };
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    process.exit(1);
  }
}
