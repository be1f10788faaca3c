import { readWebEnv } from './env.ts';
import { startWeb } from './server/start-web.ts';

/** The web process: `node apps/web/src/main.ts`. */
try {
  const env = readWebEnv();
  const web = await startWeb(env);
  process.stdout.write(`listening on ${env.host}, port ${web.port}\n`);
  const stop = async () => {
    await web.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
