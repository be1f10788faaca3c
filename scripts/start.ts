import { Gondola } from './start/gondola.ts';
import { readSettings } from './start/settings.ts';

/** `npm start` and `npm run dev`: a whole instance on this machine, until Ctrl-C. */
const say = (name: string, message: string) =>
  console.log(name ? message.replaceAll(/^/gm, `${name.padEnd(10)} `) : message);

let gondola: Gondola | undefined;
let stopping: Promise<void> | undefined;

function stop(exitCode: number): void {
  if (stopping) return;
  stopping = (gondola?.stop() ?? Promise.resolve()).then(
    () => process.exit(exitCode),
    (fault: unknown) => {
      console.error(fault);
      process.exit(1);
    },
  );
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) say('', '\nStopping ...');
    stop(0);
  });
}

try {
  gondola = new Gondola(readSettings(process.argv.slice(2), process.env), say, () => {
    console.error(
      'Postgres ended unexpectedly; its reasons are at the end of postgres.log in the data folder.',
    );
    stop(1);
  });
  await gondola.start();
} catch (fault) {
  if (!stopping) {
    console.error(`\n${fault instanceof Error ? fault.message : String(fault)}`);
    stop(1);
  }
}
