import path from 'node:path';
import { listReal, readReal } from '@gondola/testkit/real-data';
import type { Frame } from '../../../images/frame.ts';
import { toInferenceFrame } from '../../../images/inference-frame.ts';
import { decodeReferenceImage } from '../../../images/reference-image.ts';
import { parsePlanogram } from '../../../planogram/parse-planogram.ts';

const set = 'azure-shelf-planogram';

/** Reads a text file of the golden shelf. */
export const goldenText = async (file: string): Promise<string> =>
  Buffer.from(await readReal(`${set}/${file}`)).toString();

/** Reads the real shelf whose every place is known: its planogram, its reference images by product id, and its photo. */
export async function readGoldenShelf() {
  const parsed = parsePlanogram('azure', await goldenText('planogram.json'));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { planogram } = parsed;
  const idOf = new Map(planogram.products.map((p) => [p.name, p.id]));
  const references = new Map<string, Frame[]>();
  for (const file of await listReal(`${set}/catalog`)) {
    const id = idOf.get(path.parse(file).name);
    if (id === undefined) continue;
    references.set(id, [...(references.get(id) ?? []), await decodeReferenceImage(await readReal(file))]);
  }
  const frame = await toInferenceFrame(await readReal(`${set}/shelf.jpg`), 1600);
  return { planogram, idOf, references, frame };
}
