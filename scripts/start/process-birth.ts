import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Returns a text that tells a running process from a later one with the same process id; undefined when no such process runs.
 */
export async function processBirth(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux')
    return run('ps', ['-p', String(pid), '-o', 'lstart=']).then(
      ({ stdout }) => stdout.trim() || undefined,
      () => undefined,
    );
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // "123 (a name) S ...": the name may hold spaces and brackets. Field 3 is the state, field 22 the start in clock ticks.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined || fields[0] === 'Z') return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()} ${fields[19]}`;
}
