import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { SamplePhoto } from './sample-photo.ts';

/** The admin of every machine of the matrix. */
const admin = { email: 'admin@machines.example', password: 'matrix-of-machines' };

/** Variables by which an instance has the admin from its first start. */
export const adminEnv: Record<string, string> = {
  GONDOLA_ADMIN_EMAIL: admin.email,
  GONDOLA_ADMIN_PASSWORD: admin.password,
};

/** A person's job at a running instance, as its screen says: sign in, hand a photo in, read its score. */
export class Person {
  readonly #url: string;
  readonly #apiUrl: string;
  readonly #root: string;
  readonly #env: Record<string, string>;

  /**
   * @param url the address of the web app that `npm start` printed
   * @param apiUrl the address that the person gives to `npm run capture`
   */
  constructor(url: string, apiUrl: string, root: string, env: Record<string, string>) {
    this.#url = url;
    this.#apiUrl = apiUrl;
    this.#root = root;
    this.#env = env;
  }

  /** Hands a photo in with `npm run capture`. Resolves with what the command said and its exit code. */
  async handIn({
    photo,
    planogram,
    products,
  }: SamplePhoto): Promise<{ code: number; said: string; result: string }> {
    const program = join(this.#root, 'scripts/capture.ts');
    const files = ['--photo', photo, '--planogram', planogram, '--products', products];
    const node = join(this.#root, 'node_modules/.bin/node');
    const command = spawn(node, [program, '--api', this.#apiUrl, ...files, '--json'], {
      cwd: this.#root,
      env: { ...this.#env, GONDOLA_EMAIL: admin.email, GONDOLA_PASSWORD: admin.password },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [result, said, [code]] = await Promise.all([
      text(command.stdout),
      text(command.stderr),
      once(command, 'exit') as Promise<[number]>,
    ]);
    return { code, said, result };
  }

  /** Hands a photo in and resolves with its capture's id. @throws when it is not scored. */
  async scorePhoto(sample: SamplePhoto): Promise<string> {
    const { code, said, result } = await this.handIn(sample);
    if (code !== 0) throw new Error(`The photo was not scored:\n${said}\n${result.slice(0, 500)}`);
    const capture = JSON.parse(result) as { captureId: string; state: string; score: number | null };
    if (capture.state !== 'SCORED' || capture.score === null)
      throw new Error(`The photo has no score: ${result.slice(0, 500)}`);
    return capture.captureId;
  }

  /** Signs in as a browser does, at the printed address, and resolves with ids and states of the newest captures. */
  async listCaptures(): Promise<string[]> {
    const program = join(import.meta.dirname, 'list-captures.ts');
    const command = spawn(process.execPath, [program, this.#url, admin.email, admin.password], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, problem, [code]] = await Promise.all([
      text(command.stdout),
      text(command.stderr),
      once(command, 'exit') as Promise<[number]>,
    ]);
    if (code !== 0) throw new Error(`Signing in at ${this.#url} failed:\n${problem}`);
    return JSON.parse(out) as string[];
  }
}
