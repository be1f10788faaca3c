import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from './environment.ts';
import { Instance } from './instance.ts';
import type { Machine, Run, Setting } from './machine.ts';
import { Person } from './person.ts';
import type { SamplePhoto } from './sample-photo.ts';
import { type WayToEnd, waysToEnd } from './ways-to-end.ts';

const root = join(import.meta.dirname, '../..');

export interface MachineOptions {
  sample: SamplePhoto;
  /** A copy of the data folder is started elsewhere, too. */
  withCopy: boolean;
  say: (message: string) => void;
}

/**
 * Starts Gondola on a machine, does a person's job, ends it, starts a copy of its data elsewhere, and ends that one.
 * @throws when anything differs from what README.md promises.
 */
export async function runMachine(machine: Machine, { sample, withCopy, say }: MachineOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gondola-machine-'));
  await chmod(folder, 0o755); // The server's user and ordinary users pass through.
  let setting: Setting | undefined;
  try {
    const run: Run = { folder, root, env: await environment(join(folder, 'data')) };
    setting = await machine.open(run);
    const { options } = setting;
    const captures = await useOnce(
      setting,
      machine.ends[0],
      async (on) => {
        if (machine.job) await machine.job({ ...on, sample, env: options.env });
        else await on.person.scorePhoto(sample);
        return on.person.listCaptures();
      },
      say,
    );
    if (!withCopy) return;
    const elsewhere = join(folder, 'copied elsewhere');
    await mkdir(elsewhere, { recursive: true });
    await cp(join(folder, 'data'), join(elsewhere, 'moved'), { recursive: true, verbatimSymlinks: true });
    const copied: Setting = {
      options: {
        runFolder: folder,
        root,
        env: { ...(await environment(join(elsewhere, 'moved'))) },
      },
    };
    await useOnce(
      copied,
      machine.ends[1],
      async ({ person }) => {
        const found = await person.listCaptures();
        if (found.join() !== captures.join())
          throw new Error(`The copy has other captures: ${found.join()} instead of ${captures.join()}.`);
      },
      say,
    );
  } finally {
    await setting?.close?.();
    await rm(folder, { recursive: true, force: true });
  }
}

async function useOnce<T>(
  { options, address, env, isBehindProxy }: Setting,
  end: WayToEnd,
  job: (on: { person: Person; instance: Instance }) => Promise<T>,
  say: (message: string) => void,
): Promise<T> {
  const startedAt = Date.now();
  const instance = new Instance(options);
  try {
    const printed = await instance.ready();
    const readyMs = Date.now() - startedAt;
    if (address !== undefined && printed !== address)
      throw new Error(`The printed address is ${printed} instead of ${address}.`);
    const person = new Person(printed, isBehindProxy ? printed : printedApi(instance), options.root, {
      ...options.env,
      ...env,
    });
    const result = await job({ person, instance });
    const jobMs = Date.now() - startedAt - readyMs;
    await waysToEnd[end](instance);
    const goneMs = await instance.gone();
    say(
      `  ready in ${seconds(readyMs)}, its job in ${seconds(jobMs)}; ${end}: no process left after ${seconds(goneMs)}`,
    );
    return result;
  } catch (fault) {
    throw new Error(
      `${fault instanceof Error ? fault.message : fault}\nWhat npm start said:\n${instance.output}`,
      { cause: fault },
    );
  } finally {
    await instance.clear();
  }
}

/** People copy it as it is, with its path. */
const printedApi = ({ output }: Instance): string => /GraphQL: (\S+)/.exec(output)?.[1] ?? '';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
