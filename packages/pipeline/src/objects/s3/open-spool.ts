import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onDisk } from '../on-disk.ts';

/** A temporary file without a name: it is gone with its handle, also when the process is killed. */
export async function openSpool(): Promise<FileHandle> {
  const folder = await onDisk(mkdtemp(path.join(os.tmpdir(), 'gondola-object-')));
  try {
    return await onDisk(open(path.join(folder, 'bytes'), 'wx+', 0o600));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
