import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Returns true if a process has this directory as its working directory, whatever the directory's name is now. */
export async function worksIn(pid: number, directory: string): Promise<boolean> {
  try {
    const [there, here] = await Promise.all([stat(await workingDirectory(pid)), stat(directory)]);
    return there.dev === here.dev && there.ino === here.ino;
  } catch {
    return false; // Another user's process, which is not ours; or it has just ended.
  }
}

async function workingDirectory(pid: number): Promise<string> {
  if (process.platform === 'linux') return `/proc/${pid}/cwd`;
  // -Fn: one line a field; the name's line begins with n.
  const { stdout } = await run('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn']);
  return /^n(.+)$/m.exec(stdout)?.[1] ?? '';
}
