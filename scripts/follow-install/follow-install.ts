import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { copyInstalled, makeEmptyFolder } from './fresh-folder.ts';
import { readSteps } from './read-steps.ts';

const root = join(import.meta.dirname, '../..');
/** Far from the ports of an instance and of other tests. */
const ports = { web: 3377, api: 4377, metrics: 9777 };
/** Word for word as the document has it. */
const password = 'the password that you set';
const startTimeoutMs = 120_000;

/**
 * Follows docs/operations/install.md without containers, block by block, in a fresh folder, up to the first score. What changes
 * in the text: the ports, so that another instance may run, and the address to clone from.
 *
 * @param isFull clones and runs `npm ci`; otherwise both are replaced by a copy of this folder.
 * @returns what the last block printed.
 */
export async function followInstall(isFull: boolean, say: (line: string) => void): Promise<string> {
  const steps = readSteps(await readFile(join(root, 'docs/operations/install.md'), 'utf8')).filter(
    ({ section }) => section === 'Without containers' || section === 'First score',
  );
  const folder = await makeEmptyFolder();
  const home = join(folder, 'gondola');
  let instance: Instance | undefined;
  let printed = '';
  try {
    for (const { commands } of steps) {
      const text = commands
        .replaceAll('localhost:3000', `localhost:${ports.web}`)
        .replaceAll('ADDRESS_OF_THE_REPOSITORY', `'${root}'`);
      say(text);
      if (text.startsWith('git clone') && !isFull) await copyInstalled(home);
      else if (text.startsWith('npm start')) {
        instance = await startInstance(text, home);
        await setPassword(instance.link);
      } else printed = await runBlock(text, text.startsWith('git clone') ? folder : home);
    }
    return printed;
  } finally {
    await instance?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A terminal of a person: none of the variables of this process, and not the Node of this repository. */
const terminal = {
  HOME: process.env.HOME ?? root,
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter),
  PORT_WEB: String(ports.web),
  PORT_API: String(ports.api),
  PORT_METRICS: String(ports.metrics),
};

const shell = (text: string, cwd: string): ChildProcess =>
  spawn('bash', ['-euo', 'pipefail', '-c', text], { cwd, env: terminal, stdio: ['ignore', 'pipe', 'pipe'] });

async function runBlock(text: string, cwd: string): Promise<string> {
  const child = shell(text, cwd);
  const output = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`This block failed (${code}):\n${text}\n\n${output.join('')}`);
  return output.join('');
}

interface Instance {
  /** The link to set the first admin's password. */
  link: string;
  stop(): Promise<void>;
}

async function startInstance(text: string, cwd: string): Promise<Instance> {
  const child = shell(text, cwd);
  const exited = once(child, 'exit');
  const output = collect(child);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exited;
  };
  const deadline = Date.now() + startTimeoutMs;
  while (!output.join('').includes('Gondola is ready')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`npm start did not come up:\n${output.join('')}`);
    }
    await wait(200);
  }
  const [link] = /http\S+\/set-password#\S+/.exec(output.join('')) ?? [];
  if (link !== undefined) return { link, stop };
  await stop();
  throw new Error(`npm start printed no link:\n${output.join('')}`);
}

/** Does what the page of the link does when a person sets the password. */
async function setPassword(link: string): Promise<void> {
  const { origin, hash } = new URL(link);
  const response = await fetch(`${origin}/auth/reset-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token: hash.slice(1), newPassword: password }),
  });
  if (!response.ok) throw new Error(`The password was not set: ${response.status} ${await response.text()}`);
}

function collect(child: ChildProcess): string[] {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => void output.push(text));
  return output;
}
