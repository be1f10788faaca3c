import { readdir, readFile, readlink } from 'node:fs/promises';

export interface RunningProcess {
  pid: number;
  command: string;
}

/**
 * Returns the running processes whose environment, command line or working directory names a text, such as the folder of a run.
 * Linux only; root sees the processes of all users.
 */
export async function processesOf(text: string): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map((pid) => processNaming(pid, text)));
  return found.filter((one) => one !== undefined).filter(({ pid }) => pid !== process.pid);
}

async function processNaming(pid: number, text: string): Promise<RunningProcess | undefined> {
  const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const [command, environment, folder] = await Promise.all([
    read('cmdline'),
    read('environ'),
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
  ]);
  // Without a command line: a process that has ended and waits for its parent, or one of the kernel.
  if (command === '' || ![command, environment, folder].some((part) => part.includes(text))) return undefined;
  return { pid, command: command.replaceAll('\0', ' ').trim() };
}
