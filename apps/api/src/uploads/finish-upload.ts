import { completeUpload, type Problem } from '@gondola/pipeline/intake';
import type { Partials } from '@gondola/pipeline/partials';
import { watchHead } from '../images/watch-head.ts';
import { readUpload } from './upload-rows.ts';
import type { UploadTools } from './upload-tools.ts';
import { BytesDiffer, verifiedBytes } from './verified-bytes.ts';

export type FinishTools = Pick<UploadTools, 'db' | 'objects' | 'queue'> & { partials: Partials };

/** `INCOMPLETE`: bytes are missing. A problem with the bytes has discarded them: the device may start again. */
export type Finish = 'COMPLETED' | 'INCOMPLETE' | { problem: Problem };

/**
 * Accepts an upload whose last byte is in. Verified while they are copied, the bytes are flushed under their hash in
 * the object store; then one transaction completes the row and wakes the capture; then the partial goes. A process
 * that dies between two of these steps leaves what the same call, made again by anyone, carries on from. They are
 * copied rather than moved, so that any object store can take them and the hash is that of the bytes it was given.
 * The caller holds the upload's lock.
 */
export async function finishUpload(tools: FinishTools, id: string): Promise<Finish> {
  const { db, objects, partials } = tools;
  const row = await readUpload(db, id);
  if (row === null || row.state === 'DISCARDED') return 'INCOMPLETE';
  if (row.state === 'COMPLETED') {
    await partials.remove(id);
    return 'COMPLETED';
  }
  if (row.expectedByteLength === null || (await partials.size(id)) !== row.expectedByteLength)
    return 'INCOMPLETE';

  const head = watchHead(partials.read(id));
  try {
    const stored = await objects.put(verifiedBytes(head.bytes, row), { maxBytes: row.expectedByteLength });
    const mimeType = head.imageType() ?? row.mimeType ?? 'application/octet-stream';
    const completion = await completeUpload(tools, id, stored, mimeType);
    if (typeof completion === 'object') throw new BytesDiffer(completion.problem);
  } catch (error) {
    if (!(error instanceof BytesDiffer)) throw error;
    await partials.remove(id);
    return { problem: error.problem };
  }
  await partials.remove(id);
  return 'COMPLETED';
}
