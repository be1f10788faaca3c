import { describeError } from '@gondola/db/describe-error';
import { Gondola } from './start/gondola.ts';
import { loadEnvFile } from './start/load-env-file.ts';
import { onParentGone } from './start/on-parent-gone.ts';
import { readSettings } from './start/settings.ts';

/** `npm start` and `npm run dev`: a whole instance on this machine, until Ctrl-C. */
const say = (name: string, message: string) =>
  console.log(name ? message.replaceAll(/^/gm, `${name.padEnd(10)} `) : message);

// A closed terminal or pipe takes no more lines. What runs must end in order all the same.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});

let gondola: Gondola | undefined;
let stopping: Promise<void> | undefined;

function stop(exitCode: number): void {
  if (stopping) return;
  stopping = (gondola?.stop() ?? Promise.resolve()).then(
    () => process.exit(exitCode),
    (fault: unknown) => {
      console.error(describeError(fault));
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
  loadEnvFile();
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.endsWithParent) onParentGone(() => stop(0));
  gondola = new Gondola(settings, say, () => {
    console.error(
      'Postgres ended unexpectedly; its reasons are at the end of postgres.log in the data folder.',
    );
    stop(1);
  });
  await gondola.start();
} catch (fault) {
  if (!stopping) {
    console.error(`\n${describeError(fault)}`);
    stop(1);
  }
}
