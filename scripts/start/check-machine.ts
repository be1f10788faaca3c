import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';

/** The demo takes 1.6 GB. README.md says 2 GB, of which a machine of that size reports 1.9. */
export const minMemoryMb = 1800;
/** Log and tables of an empty database take 60 MB; below this Postgres stops in the middle of its first start. */
export const minDiskMb = 100;

const mebibyte = 1_048_576;

/**
 * Checks what the machine gives against what README.md demands.
 * @returns a sentence for each thing that is scarce; the instance starts all the same.
 * @throws when the disk has no room for a database.
 */
export async function checkMachine(settings: {
  dataDir: string;
  /** Folder of the photos; null when they are in a bucket. */
  photosFolder: string | null;
  hasOwnDatabase: boolean;
  minFreeMb: number;
}): Promise<string[]> {
  const { dataDir, photosFolder, hasOwnDatabase, minFreeMb } = settings;
  const freeMb = (await freeBytes(dataDir)) / 1_000_000;
  if (hasOwnDatabase && freeMb < minDiskMb)
    throw new Error(
      `The disk of the data folder ${dataDir} has ${Math.floor(freeMb)} MB free; a database needs ${minDiskMb} MB at least. Make room, or set GONDOLA_DATA_DIR to a folder on another disk.`,
    );
  const scarce: string[] = [];
  const memoryMb = memoryBytes() / mebibyte;
  if (memoryMb < minMemoryMb)
    scarce.push(
      `Memory is short: ${Math.floor(memoryMb)} MB here, and Gondola needs ${minMemoryMb} MB. Processes may be killed; the demo runs better without its stores (npm start -- --no-demo).`,
    );
  const room = photosFolder === null ? null : await freeBytes(photosFolder).catch(() => null);
  if (room !== null && room < minFreeMb * 1_000_000)
    scarce.push(
      `No room for photos: ${Math.floor(room / 1_000_000)} MB are free in ${photosFolder}, and INTAKE_MIN_FREE_MB is ${minFreeMb}. New captures are refused until there is room. Free some, set OBJECT_STORE to a larger disk, or lower INTAKE_MIN_FREE_MB.`,
    );
  return scarce;
}

/** Memory of the machine or, where it is less, of the container. */
const memoryBytes = (): number =>
  Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
