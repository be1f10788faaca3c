import { describeError } from '@gondola/db/describe-error';
import { readEnv } from './env.ts';

/** The API process: `node apps/api/src/main.ts`. */
try {
  const env = readEnv();
  // Loaded only now: a wrong environment is told at once.
  const { startApi } = await import('./server/start-api.ts');
  const api = await startApi(env);
  api.log.info({ url: api.url, metricsUrl: api.metricsUrl }, 'listening');
  const stop = async (cause: string) => {
    api.log.info({ cause }, 'stopping');
    await api.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop('SIGTERM'));
  process.once('SIGINT', () => void stop('SIGINT'));
  if (env.stopWithParent) process.stdin.resume().once('close', () => void stop('standard input closed'));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exit(1);
}
