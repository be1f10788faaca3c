/**
 * Decodes the files named on the command line, one after the other, and prints one JSON line for each. Runs as a
 * separate process, so that a decoder that crashes on hostile bytes affects nothing else.
 */
import { readFile } from 'node:fs/promises';
import { PhotoRefused } from '../photo-refused.ts';
import { decodePhoto } from './decode-photo.ts';

/** `outcome`: the format when decoded, a PhotoRefusal, or the name of any other error. */
export interface DecodeReport {
  file: string;
  outcome: string;
  detail: string;
  /** Processor time of all threads, which does not grow on a busy machine. */
  cpuMs: number;
  /** The most memory that the process has held so far. */
  peakMb: number;
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
  const line: DecodeReport = {
    file,
    ...report,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
