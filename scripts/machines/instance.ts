import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { processesOf, type RunningProcess } from '@gondola/testkit/processes-of';

export interface StartOptions {
  /** Folder of the run, which every process of it names: in its environment, arguments or working directory. */
  runFolder: string;
  /** The repository, or a copy of it. */
  root: string;
  env: Record<string, string>;
  account?: { uid: number; gid: number };
  /** Puts a command into another one, such as a terminal or a small disk. */
  wrap?: (command: string[]) => string[];
}

/** Longer than any start without a build takes on a loaded machine of two cores. */
const readyTimeoutMs = 180_000;
/** README.md promises 15 s for all; a loaded machine gets twice that. */
const goneTimeoutMs = 30_000;

/** `npm start` as a person types it, in a process group of its own as in a terminal. */
export class Instance {
  readonly process: ChildProcess;
  readonly #options: StartOptions;
  #output = '';
  #exited: Promise<unknown>;

  constructor(options: StartOptions, args: string[] = ['--no-demo']) {
    this.#options = options;
    const command = ['npm', 'start', ...(args.length > 0 ? ['--', ...args] : [])];
    const [program = '', ...rest] = options.wrap?.(command) ?? command;
    this.process = spawn(program, rest, {
      cwd: options.root,
      env: options.env,
      ...options.account,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#exited = once(this.process, 'exit');
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
  }

  get output(): string {
    return this.#output.replaceAll('\r', '');
  }

  /** Resolves with the printed address of the web app. @throws with the output when the start fails. */
  async ready(): Promise<string> {
    await this.says(/Gondola is ready: \S+\n[\s\S]*Ctrl-C stops everything/);
    return /Gondola is ready: (\S+)/.exec(this.output)?.[1] ?? '';
  }

  async says(words: RegExp): Promise<void> {
    const ended = this.#exited.then(() => true);
    const deadline = Date.now() + readyTimeoutMs;
    while (!words.test(this.output)) {
      if ((await Promise.race([ended, wait(100, false)])) && !words.test(this.output))
        throw new Error(`npm start ended without saying ${words}:\n${this.output}`);
      if (Date.now() > deadline) throw new Error(`npm start did not say ${words}:\n${this.output}`);
    }
  }

  /** Process id of the one process whose command line matches. */
  async pidOf(command: RegExp): Promise<number> {
    const found = (await this.processes()).filter((one) => command.test(one.command));
    if (found[0] === undefined) throw new Error(`No process matches ${command}.`);
    return found[0].pid;
  }

  processes(): Promise<RunningProcess[]> {
    return processesOf(this.#options.runFolder);
  }

  /** Waits until no process of the run is left. @throws with the list of those that are. */
  async gone(): Promise<number> {
    const startedAt = Date.now();
    for (;;) {
      const left = await this.processes();
      if (left.length === 0) return Date.now() - startedAt;
      if (Date.now() - startedAt > goneTimeoutMs)
        throw new Error(
          `Processes are left:\n${left.map(({ pid, command }) => `  ${pid} ${command}`).join('\n')}`,
        );
      await wait(200);
    }
  }

  /** Kills whatever is left, after a failure. */
  async clear(): Promise<void> {
    for (const { pid } of await this.processes()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has just ended.
      }
    }
  }
}
