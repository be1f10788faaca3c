import type { Frame } from '../../../../images/frame.ts';
import { compose, type Homography, invert, project, scaling } from '../../../../math/homography.ts';
import type { Planogram, Shelf } from '../../../../planogram/model.ts';
import type { ShelfCode, ShelfEdge } from '../../../../realogram.ts';
import { cropFrame } from '../pixels/resample.ts';
import { countTags } from './price-tags.ts';
import { type ReadCode, readCodes } from './read-codes.ts';
import { shelfLipOf } from './shelf-lip.ts';

/** Tags hang a little over and under the lip. */
const overhangMm = 15;
/** Pixels of all bands together that are searched for codes: some 20 ms. */
const maxPixels = 3_000_000;
/** Of a position's width: a tag hangs at its left end, and may hang a little before it. */
const beforeShare = 0.15;

/**
 * Counts the price tags on the front of every shelf and reads their codes. `bayToPhoto` maps bay millimetres to shares of the
 * photo. Total: an unreadable code is absent from the result.
 */
export async function detectShelfEdges(
  planogram: Planogram,
  frame: Frame,
  bayToPhoto: Homography,
): Promise<ShelfEdge[]> {
  const bayToFrame = compose(scaling(frame.width, frame.height), bayToPhoto);
  const frameToBay = invert(bayToFrame);
  let pixels = 0;
  const edges: ShelfEdge[] = [];
  for (const shelf of planogram.shelves.toSorted((a, b) => a.number - b.number)) {
    const lip = shelfLipOf(shelf, frame, bayToFrame);
    const counted = lip === null ? null : countTags(lip);
    const band = bandOf(shelf, frame, bayToFrame);
    const codes: ShelfCode[] = [];
    if (lip !== null && band !== null && frameToBay !== null) {
      pixels += (band.bottom - band.top) * frame.width;
      if (pixels <= maxPixels) {
        const strip = cropFrame(frame, 0, band.top, frame.width, band.bottom);
        for (const code of await readCodes(strip))
          codes.push(
            ...codeOn(shelf, planogram, frame, frameToBay, {
              ...code,
              top: code.top + band.top,
              bottom: code.bottom + band.top,
            }),
          );
      }
    }
    edges.push({
      shelfNumber: shelf.number,
      tags: counted?.tags ?? null,
      tagsPerMetre: counted?.perMetre ?? null,
      codes,
    });
  }
  return edges;
}

/** Returns the rows of the photo in which the lip lies; null when it is out of view. */
function bandOf(shelf: Shelf, frame: Frame, bayToFrame: Homography): { top: number; bottom: number } | null {
  const rowAt = (x: number, y: number): number => project(bayToFrame, shelf.xMm + x * shelf.widthMm, y)[1];
  const upper = shelf.yMm - overhangMm;
  const lower = shelf.yMm + shelf.heightMm + overhangMm;
  const top = Math.max(0, Math.floor(Math.min(rowAt(0, upper), rowAt(1, upper))));
  const bottom = Math.min(frame.height, Math.ceil(Math.max(rowAt(0, lower), rowAt(1, lower))));
  return bottom - top >= 4 ? { top, bottom } : null;
}

function codeOn(
  shelf: Shelf,
  { positions, products }: Planogram,
  frame: Frame,
  frameToBay: Homography,
  { text, left, top, right, bottom }: ReadCode,
): ShelfCode[] {
  const [xMm, yMm] = project(frameToBay, (left + right) / 2, (top + bottom) / 2);
  if (yMm < shelf.yMm - overhangMm || yMm > shelf.yMm + shelf.heightMm + overhangMm) return [];
  const above = positions.find(
    (p) =>
      p.shelfNumber === shelf.number &&
      xMm >= p.xMm - beforeShare * p.widthMm &&
      xMm < p.xMm + (1 - beforeShare) * p.widthMm,
  );
  const gtin = text.padStart(14, '0');
  const named = products.find((p) => p.gtin === gtin || p.sku === text);
  return [
    {
      text,
      box: [
        left / frame.width,
        top / frame.height,
        (right - left) / frame.width,
        (bottom - top) / frame.height,
      ],
      productId: named?.id ?? null,
      positionId: above?.id ?? null,
    },
  ];
}
