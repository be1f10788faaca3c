import { createHash } from 'node:crypto';
import { type AnnouncedBytes, findMismatch, type Problem } from '@gondola/pipeline/intake';

/** The bytes are not those that the device announced: a broken transfer, or another photo. */
export class BytesDiffer extends Error {
  override readonly name = 'BytesDiffer';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * Hands bytes on as they come and breaks off with BytesDiffer after the last one when they are not the announced ones:
 * an object store keeps nothing of a source that breaks off, so unverified bytes never get a name there.
 */
export async function* verifiedBytes(
  source: AsyncIterable<Uint8Array>,
  announced: AnnouncedBytes,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let byteLength = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    byteLength += chunk.byteLength;
    yield chunk;
  }
  const problem = findMismatch(announced, { sha256: hash.digest('hex'), byteLength });
  if (problem) throw new BytesDiffer(problem);
}
