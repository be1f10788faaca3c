import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Returns the name of the program with a process id, or undefined when no such process runs. */
export async function processName(pid: number): Promise<string | undefined> {
  if (!(pid > 0)) return undefined;
  if (process.platform === 'linux')
    return readFile(`/proc/${pid}/stat`, 'utf8').then(
      (line) => {
        // "123 (name) S ...": a zombie (Z) has ended, but a container may never reap it.
        const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(line) ?? [];
        return state === 'Z' ? undefined : name;
      },
      () => undefined,
    );
  return run('ps', ['-p', String(pid), '-o', 'comm=']).then(
    ({ stdout }) => basename(stdout.trim()) || undefined,
    () => undefined,
  );
}
