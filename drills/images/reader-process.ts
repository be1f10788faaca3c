import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startArguments } from '../inject/start-arguments.ts';
import type { ReaderAnswer } from './photo-reader.ts';

/** The process that reads photos and its decoders, measured from outside. */
export interface ReaderProcess {
  read(file: string): Promise<ReaderAnswer>;
  /** Kills one random decoder; returns false when there is none. */
  killDecoder(random: () => number): boolean;
  /** Maximum resident set sizes so far, in bytes. */
  peaks(): { reader: number; decoder: number };
  isAlive(): boolean;
  /** Ends the process when it has read everything; throws when it ends with an error. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const sampleEveryMs = 250;

export function startReader(injections: readonly string[]): ReaderProcess {
  const script = fileURLToPath(new URL('./photo-reader.ts', import.meta.url));
  const child = spawn(process.execPath, startArguments(injections, script), {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => undefined);
  const waiting = new Map<number, (answer: ReaderAnswer) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as ReaderAnswer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const ended = once(child, 'exit').then(() => {
    for (const [id, hear] of waiting) hear({ id, outcome: 'lost', detail: 'the reader died', ms: 0 });
  });
  const peaks = { reader: 0, decoder: 0 };
  const sample = setInterval(() => {
    peaks.reader = Math.max(peaks.reader, peakOf(child.pid));
    for (const pid of decodersOf(child.pid)) peaks.decoder = Math.max(peaks.decoder, peakOf(pid));
  }, sampleEveryMs);
  let lastId = 0;

  return {
    async read(file) {
      lastId += 1;
      const id = lastId;
      const { promise, resolve } = Promise.withResolvers<ReaderAnswer>();
      waiting.set(id, resolve);
      child.stdin.write(`${JSON.stringify({ id, file })}\n`);
      return await promise;
    },
    killDecoder(random) {
      const decoders = decodersOf(child.pid);
      const victim = decoders[Math.floor(random() * decoders.length)];
      if (victim === undefined) return false;
      try {
        return process.kill(victim, 'SIGKILL');
      } catch {
        return false;
      }
    },
    peaks: () => peaks,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.stdin.end();
      await ended;
      clearInterval(sample);
      if (child.exitCode !== 0)
        throw new Error(`the reader ended with ${child.signalCode ?? `exit code ${child.exitCode}`}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      clearInterval(sample);
    },
  };
}

/** Reads the kernel's own list: `ps` would cost more than the decoders. */
function decodersOf(parent: number | undefined): number[] {
  try {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8');
    return children.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Reads VmHWM, the kernel's record of a process's peak memory, so that no peak between two samples is missed. */
function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
