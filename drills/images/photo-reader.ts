/*
 * Reads photos as a worker does. A line of JSON in ({"id", "file"}), a line out when it is read or refused; at the end of
 * the input a last line with what the processes held at most.
 */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createIsolatedPhotos } from '@gondola/pipeline/photo-detection';

export interface ReaderAnswer {
  id: number;
  /** 'read', a reason of refusal, 'fault' (may be retried), or 'error' for an unclassified error. */
  outcome: string;
  detail: string;
  ms: number;
}

const photos = createIsolatedPhotos({ processes: 2 });
const reading = new Set<Promise<void>>();

for await (const line of createInterface({ input: process.stdin })) {
  const { id, file } = JSON.parse(line) as { id: number; file: string };
  const work = read(file).then((answer) => {
    process.stdout.write(`${JSON.stringify({ id, ...answer })}\n`);
    reading.delete(work);
  });
  reading.add(work);
}
await Promise.all(reading);
await photos.stop();

async function read(file: string): Promise<Omit<ReaderAnswer, 'id'>> {
  const bytes = await readFile(file);
  const started = performance.now();
  const { outcome, detail } = await photos.read(bytes).then(
    ({ widthPx, heightPx }) => ({ outcome: 'read', detail: `${widthPx}x${heightPx}` }),
    (error: Error & { reason?: string; retry?: boolean }) => ({
      outcome: error.reason ?? (error.retry ? 'fault' : 'error'),
      detail: error.message,
    }),
  );
  return { outcome, detail, ms: performance.now() - started };
}
