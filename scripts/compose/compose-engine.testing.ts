import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ComposeFile, Service } from './resolve-compose.testing.ts';

const root = join(import.meta.dirname, '../..');

/** Ports inside the containers, each with the variable whose default it is, where a program reads one. */
const containerPorts = { 3000: 'PORT_WEB', 4000: 'PORT_API', 9464: 'PORT_METRICS', 9465: 'PORT_METRICS' };

/**
 * Runs the services of a Compose file as plain processes: their commands, with exactly their environment. Does what a
 * container engine does and nothing more: names of services lead to this machine, ports of containers to free ones, and the
 * volume /data to a folder.
 */
export class ComposeEngine {
  readonly #file: ComposeFile;
  readonly #dataDir: string;
  readonly #ports: Map<string, number>;
  readonly #running = new Map<string, { child: ChildProcess; output: string[] }>();

  private constructor(file: ComposeFile, dataDir: string, ports: Map<string, number>) {
    this.#file = file;
    this.#dataDir = dataDir;
    this.#ports = ports;
  }

  static async open(file: ComposeFile, dataDir: string): Promise<ComposeEngine> {
    const ports = new Map<string, number>();
    for (const port of Object.keys(containerPorts)) ports.set(port, await freePort());
    return new ComposeEngine(file, dataDir, ports);
  }

  /** Returns the address on this machine of a port of a container. */
  urlOf(containerPort: number): string {
    return `http://127.0.0.1:${this.#ports.get(String(containerPort))}`;
  }

  outputOf(name: string): string {
    return this.#running.get(name)?.output.join('') ?? '';
  }

  /** Runs a service that ends by itself. Returns its exit status. */
  async runToEnd(name: string): Promise<number | null> {
    const child = this.#start(name);
    return ((await once(child, 'exit')) as [number | null])[0];
  }

  /** Runs a command in a service's place, as `docker compose exec` does. Returns its exit status and all that it printed. */
  async exec(name: string, command: string[]): Promise<{ code: number | null; output: string }> {
    const [program, ...args] = command;
    if (program !== 'node') throw new Error(`${program} is not in the image.`);
    const child = spawn(process.execPath, args, { cwd: root, env: this.#environmentOf(name) });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output };
  }

  /** Starts a service and waits until its own health check passes. */
  async startHealthy(name: string, timeoutMs = 150_000): Promise<void> {
    const child = this.#start(name);
    const deadline = Date.now() + timeoutMs;
    while (!(await this.#isHealthy(name))) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`${name} did not become healthy (exit ${child.exitCode}):\n${this.outputOf(name)}`);
      await wait(200);
    }
  }

  /** Stops services as `docker compose down` does. Returns each exit status; null means that it had to be killed. */
  async stop(names = [...this.#running.keys()]): Promise<Record<string, number | null>> {
    const endings = names.map(async (name) => {
      const child = this.#running.get(name)?.child;
      if (!child || child.exitCode !== null || child.signalCode !== null)
        return [name, child?.exitCode ?? null];
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs(this.#serviceOf(name)));
      await exited;
      clearTimeout(timer);
      return [name, child.exitCode];
    });
    return Object.fromEntries(await Promise.all(endings)) as Record<string, number | null>;
  }

  #serviceOf(name: string): Service {
    const service = this.#file.services[name];
    if (!service) throw new Error(`The Compose file has no service ${name}.`);
    return service;
  }

  #start(name: string): ChildProcess {
    const { command = [], working_dir = '/app' } = this.#serviceOf(name);
    const [program = '', ...args] = command;
    if (program !== 'node') throw new Error(`${name} does not run node but ${program}.`);
    const child = spawn(
      process.execPath,
      args.map((arg) => this.#translate(arg)),
      {
        cwd: join(root, working_dir.replace(/^\/app\/?/, '')),
        env: this.#environmentOf(name),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => void output.push(text));
    this.#running.set(name, { child, output });
    return child;
  }

  async #isHealthy(name: string): Promise<boolean> {
    const [, program, ...args] = this.#serviceOf(name).healthcheck?.test ?? [];
    if (program !== 'node')
      throw new Error(`The health check of ${name} needs ${program}, which the image lacks.`);
    const check = spawn(
      process.execPath,
      args.map((arg) => this.#translate(arg)),
      {
        env: this.#environmentOf(name),
        stdio: 'ignore',
      },
    );
    return ((await once(check, 'exit')) as [number | null])[0] === 0;
  }

  #environmentOf(name: string): Record<string, string> {
    const { environment = {} } = this.#serviceOf(name);
    // The image has a PATH and nothing else of this machine.
    const translated: Record<string, string> = { PATH: process.env.PATH ?? '' };
    for (const [variable, value] of Object.entries(environment))
      if (value !== null) translated[variable] = this.#translate(value);
    // A program whose port is fixed by its default in the container.
    for (const [port, variable] of Object.entries(containerPorts))
      if (own[name]?.includes(Number(port))) translated[variable] = String(this.#ports.get(port));
    return translated;
  }

  #translate(text: string): string {
    return text
      .replace(/^(file:)?\/data\b/, (_whole, scheme = '') => `${scheme}${this.#dataDir}`)
      .replace(/http:\/\/(api|web|worker|127\.0\.0\.1):(\d+)/g, (whole, _host, port: string) =>
        this.#ports.has(port) ? this.urlOf(Number(port)) : whole,
      )
      .replace(/^\d+$/, (port) => String(this.#ports.get(port) ?? port));
  }
}

/** Ports that each service listens on. */
const own: Record<string, number[]> = { api: [4000, 9464], worker: [9465], web: [3000] };

const graceMs = ({ stop_grace_period = '10s' }: Service): number =>
  Number.parseInt(stop_grace_period, 10) * 1000;

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
