import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { GateProcess } from './gate-process.ts';

export interface SharpnessComparison {
  /** RGB files that both gates decode. */
  compared: number;
  /** Compared files with bit-equal variance. */
  equal: number;
}

/**
 * Compares the sharpness of our gate with the reference over every real RGB photo. Broken files are skipped, and so are
 * other kinds of picture, which the reference converts to RGB by rules of its own.
 */
export async function compareSharpness(
  folder: string,
  ours: GateProcess,
  reference: GateProcess,
): Promise<SharpnessComparison> {
  const files = await readdir(folder, { recursive: true });
  let compared = 0;
  let equal = 0;
  for (const name of files.filter((one) => /\.(jpe?g|png|webp)$/i.test(one))) {
    const ask = { file: path.join(folder, name), times: 1, exact: true };
    const theirs = await reference.ask(ask);
    if (theirs?.mode !== 'RGB') continue;
    const own = await ours.ask(ask);
    if (!own) continue;
    compared += 1;
    if (own.sharpness === theirs.sharpness) equal += 1;
  }
  return { compared, equal };
}
