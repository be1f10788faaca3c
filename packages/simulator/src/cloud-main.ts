import { readFaultCommand, usage } from './cloud/fault-command.ts';
import { openSandboxCloud } from './cloud/sandbox-cloud.ts';
import { readSandboxEnv } from './env.ts';
import { writeLog } from './fleet/simulator-log.ts';

const [command, ...args] = process.argv.slice(2);

try {
  const env = readSandboxEnv();
  const control = new URL('/sandbox', `http://127.0.0.1:${env.port}`);
  if (command === undefined) await run(env);
  else if (command === 'state') await printResponse(await fetch(control));
  else if (command === 'fault') {
    const body = JSON.stringify(readFaultCommand(args));
    const headers = { 'content-type': 'application/json' };
    await printResponse(await fetch(`${control.href}/faults`, { method: 'PUT', headers, body }));
  } else {
    process.stderr.write(usage);
    process.exitCode = 2;
  }
} catch (error) {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  const reason = cause instanceof Error ? ` (${cause.message})` : '';
  process.stderr.write(`${message}${reason}\n\n${usage}`);
  process.exitCode = 2;
}

async function run({ port, stopWithParent }: { port: number; stopWithParent: boolean }): Promise<void> {
  const log = writeLog(process.stderr);
  const cloud = await openSandboxCloud({ port, log });
  log.info({ url: cloud.url }, 'sandbox cloud ready');
  const stop = () => {
    // Standard input would keep the process alive.
    void cloud.stop().finally(() => process.exit());
  };
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, stop);
  if (!stopWithParent) return;
  process.stdin.once('end', stop);
  process.stdin.once('close', stop);
  process.stdin.resume();
}

/** Prints the sandbox's answer as indented JSON. */
async function printResponse(response: Response): Promise<void> {
  const text = await response.text();
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}: ${text}`);
  process.stdout.write(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
}
