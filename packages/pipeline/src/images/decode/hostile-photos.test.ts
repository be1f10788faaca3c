import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hasRealData, listReal, orSkipped } from '@gondola/testkit/real-data';
import { expect, test } from 'vitest';
import type { DecodeReport } from './decode-report.ts';

/** Generous for a busy machine: the largest set takes a second on an idle one. */
const setTimeoutMs = 60_000;

async function decodeApart(
  files: string[],
): Promise<{ exit: number | NodeJS.Signals | null; reports: DecodeReport[] }> {
  const script = fileURLToPath(new URL('./decode-report.ts', import.meta.url));
  const child = spawn(process.execPath, ['--max-old-space-size=256', script, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: setTimeoutMs,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for await (const piece of child.stdout.setEncoding('utf8')) output += piece;
  const exit = child.exitCode ?? child.signalCode;
  const reports = output
    .split('\n')
    .filter((line) => line !== '')
    .map((line): DecodeReport => JSON.parse(line));
  return {
    exit: exit ?? (await new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)))),
    reports,
  };
}

const classes = [
  'jpeg',
  'png',
  'webp',
  'PHOTO_EMPTY',
  'PHOTO_CORRUPT',
  'PHOTO_DAMAGED',
  'PHOTO_UNSUPPORTED',
  'PHOTO_TOO_LARGE',
];

// files: number of files; decoded: number that decode, so that a change of policy is noticed. Pillow decodes 162 of
// pngsuite, because it accepts one wrong checksum. Of the JPEG, PNG and WebP files of its own corpus it decodes the
// same as here.
test.skipIf(!hasRealData).each([
  ['corrupt-pillow', { files: 121, decoded: 60 }],
  // Four more decode under a harmless first warning; their scans are broken.
  ['corrupt-libjpeg-turbo', { files: 59, decoded: 1 }],
  ['pngsuite', { files: 175, decoded: 161 }],
])(
  `no file of %s brings its process down, and every one is classified in 5 s of work${orSkipped}`,
  async (set, expected) => {
    const files = await listReal(set);
    const { exit, reports } = await decodeApart(files);
    expect(exit).toBe(0);
    expect(reports.map((report) => report.file)).toEqual(files);
    expect(reports.filter((report) => !classes.includes(report.outcome))).toEqual([]);
    expect(reports.filter((report) => report.cpuMs > 5_000)).toEqual([]);
    const decoded = reports.filter((report) => !report.outcome.startsWith('PHOTO_'));
    expect({ files: files.length, decoded: decoded.length }).toEqual(expected);
  },
  setTimeoutMs,
);
