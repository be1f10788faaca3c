import { checkDraft } from '../check-draft.ts';
import type { Draft } from '../draft.ts';
import { draftToPlanogram } from '../draft-to-planogram.ts';
import { layOutBays } from '../lay-out/lay-out-bays.ts';
import { checkCounts, locateIn } from '../lay-out/locate-in.ts';
import type { Parsed } from '../planogram-format.ts';
import { planogramNotes } from '../planogram-notes.ts';
import { type Placement, readPlacements } from './read-placements.ts';
import { readPtsFile } from './read-pts-file.ts';
import { type PtsBay, readShelves } from './read-shelves.ts';

const fields: Draft['fields'] = {
  shelves: 'shelves',
  products: 'products',
  positions: 'positions',
  shelfRef: 'shelf',
  productRef: 'code',
  productId: 'code',
  gtin: 'code',
  x: 'position',
  y: 'shelf',
};
const columns = { code: '商品コード', position: '棚位置', shelf: '棚段番号' };

/** The usual gondola of Japanese shops, for files of V1, which have no sizes. */
const usualBay = { widthMm: 900, heightMm: 1_800 };

/**
 * Reads PTS, the exchange format of Japanese planogram programs (Shift_JIS). V1 has only the order of products; V2 also has
 * the sizes of bays and shelves. Neither has sizes or names of products: facings are spread over their shelf, and a product
 * is named by its code. Shelves are counted from the bottom.
 */
export function parsePts(content: string | Uint8Array): Parsed {
  const read = readPtsFile(content);
  if ('problems' in read) return read;
  const { file } = read;
  const { placements, products, notes: codeNotes } = readPlacements(file);
  const { bays, notes: shelfNotes } = file.version === 2 ? readShelves(file) : usualBays(placements);
  fill(bays, placements);
  const tooMany = checkCounts({
    positions: placements.length,
    shelves: bays.reduce((sum, bay) => sum + bay.shelves.length, 0),
    products: products.length,
  });
  if (tooMany.length > 0 || file.problems.length > 0) return { problems: [...tooMany, ...file.problems] };

  const { draft, lines, notes } = layOutBays(
    bays.filter(({ shelves }) => shelves.length > 0),
    products,
  );
  const problems = checkDraft({ ...draft, fields }, locateIn(lines, columns));
  if (problems.length > 0) return { problems };
  const planogram = draftToPlanogram({ ...draft, fields }, 1);
  const named = file.comment === null ? {} : { code: file.comment, name: file.comment };
  return {
    planogram,
    notes: [
      ...shelfNotes,
      ...notes,
      'The format does not name products: they are called by their codes.',
      ...codeNotes,
      ...planogramNotes(planogram),
    ],
    suggested: named,
  };
}

function usualBays(placements: readonly Placement[]): { bays: PtsBay[]; notes: string[] } {
  const bays = [...Map.groupBy(placements, ({ bay }) => bay)].map(([number, inBay]): PtsBay => {
    const shelves = [...Map.groupBy(inBay, ({ shelf }) => shelf)].toSorted(([a], [b]) => a - b);
    return {
      number,
      ...usualBay,
      shelves: shelves.map(([shelf, [first]]) => ({
        id: `${number}.${shelf}`,
        line: first?.row.line ?? 1,
        number: shelf,
        xMm: null,
        yMm: null,
        widthMm: null,
        boardMm: null,
        items: [],
      })),
    };
  });
  return {
    bays,
    notes: [
      `The file has no sizes: a bay is taken as ${usualBay.widthMm} mm wide and ${usualBay.heightMm} mm high, with its shelves evenly spaced.`,
    ],
  };
}

function fill(bays: readonly PtsBay[], placements: readonly Placement[]): void {
  for (const { row, bay, shelf, item } of placements) {
    const inBay = bays.find(({ number }) => number === bay);
    const onShelf = inBay?.shelves.find(({ number }) => number === shelf);
    if (onShelf !== undefined) onShelf.items.push(item);
    else if (inBay === undefined)
      row.fault('bay', 'REFERENCE_UNKNOWN', `says ${bay}, which is not among the bays`);
    else
      row.fault('shelf', 'REFERENCE_UNKNOWN', `says ${shelf}, which is not among the shelves of bay ${bay}`);
  }
}
