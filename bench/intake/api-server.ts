import { readEnv, startApi } from '@gondola/api';

/** Runs the real API in a process of its own. Prints its port, and ends when standard input closes. */
const api = await startApi(readEnv());
process.stdout.write(`${new URL(api.url).port}\n`);
process.stdin.resume().once('close', () => void api.stop().then(() => process.exit(0)));
