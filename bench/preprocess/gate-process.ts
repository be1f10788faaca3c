import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface GateAsk {
  file: string;
  times: number;
  /** Sums in whole numbers, to be compared bit by bit. Costs time: not for timing. */
  exact: boolean;
}

export interface GateAnswer {
  /** Of all the times together. */
  wallMs: number;
  cpuMs: number;
  sharpness: number;
  /** Pillow's word for the kind of picture; empty where Pillow is not. */
  mode: string;
}

/** A gate in a process of its own, one photo at a time. */
export interface GateProcess {
  /** Null when the photo was refused, or the process died over it; then the next ask starts another. */
  ask(ask: GateAsk): Promise<GateAnswer | null>;
  stop(): void;
}

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
