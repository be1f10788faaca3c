/*
 * Decodes the files named on the command line, one after the other, and prints one JSON line for each. Run as a
 * process of its own, so that a decoder that crashes over hostile bytes takes nothing else with it.
 */
import { readFile } from 'node:fs/promises';
import { decodePhoto } from './decode-photo.ts';
import { PhotoRefused } from './photo-refused.ts';

/** `outcome`: the format when decoded, a PhotoRefusal, or the name of any other error. */
export interface DecodeReport {
  file: string;
  outcome: string;
  detail: string;
  /** Processor time of all threads, which a busy machine does not stretch. */
  cpuMs: number;
}

for (const file of process.argv.slice(2)) {
  const bytes = await readFile(file);
  const before = process.cpuUsage();
  const report = await decodePhoto(bytes).then(
    ({ format, widthPx, heightPx }) => ({ outcome: format, detail: `${widthPx}x${heightPx}` }),
    (error: Error) => ({
      outcome: error instanceof PhotoRefused ? error.reason : error.name,
      detail: error.message,
    }),
  );
  const { user, system } = process.cpuUsage(before);
  const line: DecodeReport = { file, ...report, cpuMs: (user + system) / 1000 };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
