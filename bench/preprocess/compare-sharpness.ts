import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { GateProcess } from './gate-process.ts';

export interface EqualValues {
  /** RGB files that both decode. */
  compared: number;
  /** Of them, those whose variance is the same to the last bit. */
  equal: number;
}

/** Holds our gate to the reference over every real RGB photo; files of other kinds, which the reference turns to RGB by rules of its own, and broken ones are passed over. */
export async function equalValues(
  folder: string,
  ours: GateProcess,
  reference: GateProcess,
): Promise<EqualValues> {
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
