import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface GateAsk {
  file: string;
  times: number;
  /** Sums in integers, for bit-equal comparison. Slower, so not for timing. */
  exact: boolean;
}

export interface GateAnswer {
  /** Total of all repetitions. */
  wallMs: number;
  cpuMs: number;
  sharpness: number;
  /** Pillow's mode of the picture; empty for gates without Pillow. */
  mode: string;
}

/** A gate in a process of its own, one photo at a time. */
export interface GateProcess {
  /** Returns null when the photo was refused or the process died; the next call then starts a new process. */
  ask(ask: GateAsk): Promise<GateAnswer | null>;
  stop(): void;
}

/** Starts a gate, and starts it again after a crash. */
export function startGate(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): GateProcess {
  let running: ReturnType<typeof start> | null = null;
  const start = () => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env });
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    const lines = createInterface({ input: child.stdout });
    const ended = once(lines, 'close').then(() => null);
    return { child, lines, ended };
  };
  return {
    async ask(ask) {
      running ??= start();
      const { child, lines, ended } = running;
      child.stdin.write(`${JSON.stringify(ask)}\n`);
      const line = await Promise.race([once(lines, 'line').then(([text]) => String(text)), ended]);
      if (line === null) {
        running = null;
        return null;
      }
      const answer = JSON.parse(line) as GateAnswer | { error: string };
      return 'error' in answer ? null : answer;
    },
    stop: () => running?.child.kill(),
  };
}
