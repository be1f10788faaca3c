import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { withDiskFaults } from '../with-disk-faults.ts';

/** Opens a temporary file without a name, which disappears with its handle, also when the process is killed. */
export async function openSpool(): Promise<FileHandle> {
  const folder = await withDiskFaults(mkdtemp(path.join(os.tmpdir(), 'gondola-object-')));
  try {
    return await withDiskFaults(open(path.join(folder, 'bytes'), 'wx+', 0o600));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
