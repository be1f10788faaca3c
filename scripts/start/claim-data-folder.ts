import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processBirth } from './process-birth.ts';

/** What `running.json` of a data folder says about the instance that uses the folder. */
interface RunningInstance {
  pid: number;
  birth: string;
  since: string;
  url: string;
}

/**
 * Claims a data folder for this process. Two instances in one folder would rename each other's logs and share a database that
 * ends with the first.
 *
 * @returns a function that gives the folder back.
 * @throws when another instance runs in the folder, with its process and address.
 */
export async function claimDataFolder(dataDir: string, url: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'running.json');
  const draft = `${file}.${process.pid}`;
  const mine: RunningInstance = {
    pid: process.pid,
    birth: (await processBirth(process.pid)) ?? '',
    since: new Date().toISOString(),
    url,
  };
  await writeFile(draft, `${JSON.stringify(mine, null, 2)}\n`);
  try {
    // A link fails where a file is already: of two starts at once one wins.
    while (!(await linked(draft, file))) {
      const other = await readInstance(file);
      if (other !== undefined && (await processBirth(other.pid)) === other.birth)
        throw new Error(alreadyRuns(dataDir, other));
      await rm(file, { force: true }); // Of a process that was killed.
    }
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(file, { force: true });
}

const alreadyRuns = (dataDir: string, { pid, since, url }: RunningInstance): string =>
  `Gondola already runs in the data folder ${dataDir}: process ${pid}, since ${since}, at ${url}\n` +
  `Stop it first: Ctrl-C in its terminal, or: kill ${pid}\n` +
  `For a second instance, choose another folder and other ports, for example: ` +
  `GONDOLA_DATA_DIR=${dataDir}-2 PORT_WEB=3100 PORT_API=4100 PORT_METRICS=9500 PORT_SANDBOX=4800 npm start`;

const linked = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EEXIST') return false;
      throw fault;
    },
  );

async function readInstance(file: string): Promise<RunningInstance | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunningInstance;
  } catch {
    return undefined; // Half a file of a crash, or one that has just gone.
  }
}
