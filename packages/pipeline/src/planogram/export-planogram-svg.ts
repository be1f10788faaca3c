import type { Suggested } from './formats/planogram-format.ts';
import { type Planogram, type Position, slotsOf } from './model.ts';

/** Space around the bay and height of the title, in millimetres of the bay. */
const marginMm = 40;
const titleMm = 90;
/** Letters are about as wide as this share of their height. */
const letterShare = 0.55;
const maxLetterMm = 26;
const minLetterMm = 5;

/**
 * Writes the plan as a drawing to scale, one unit a millimetre: boards, fronts, and in each block the product's name, its
 * SKU and its facings. The viewer's own fonts draw the text, in any script that they have.
 */
export function exportPlanogramSvg(planogram: Planogram, identity: Suggested = {}): string {
  const { widthMm, heightMm, shelves, positions, products } = planogram;
  const names = new Map(products.map(({ id, name, sku }) => [id, { name, sku }]));
  const [width, height] = [widthMm + 2 * marginMm, heightMm + 2 * marginMm + titleMm];
  const title = [identity.name ?? identity.code, identity.label].filter(Boolean).join(' · ') || 'Planogram';
  const body = [
    `<title>${escapeText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(marginMm, titleMm * 0.8, titleMm * 0.5, title),
    `<g transform="translate(${marginMm} ${marginMm + titleMm})">`,
    `<rect width="${widthMm}" height="${heightMm}" fill="none" stroke="#333" stroke-width="3"/>`,
    ...shelves.map(
      (shelf) =>
        `<rect x="${shelf.xMm}" y="${shelf.yMm}" width="${shelf.widthMm}" height="${Math.max(shelf.heightMm, 3)}" fill="#999"/>`,
    ),
    ...positions.flatMap((position) => drawPosition(position, names.get(position.productId))),
    '</g>',
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}mm" height="${height}mm" font-family="sans-serif">\n${body.join('\n')}\n</svg>\n`;
}

function drawPosition(position: Position, product: { name: string; sku: string } | undefined): string[] {
  const { xMm, yMm, widthMm, heightMm, facings } = position;
  const { name = '', sku = '' } = product ?? {};
  const fronts = slotsOf(position).map(
    (slot) =>
      `<rect x="${round(slot.xMm)}" y="${round(slot.yMm)}" width="${round(slot.widthMm)}" height="${round(slot.heightMm)}" fill="#eef3fb" stroke="#456" stroke-width="1"/>`,
  );
  const lines = [name, sku, `${facings.horizontal} × ${facings.vertical}`].filter((line) => line !== '');
  const longest = Math.max(...lines.map(({ length }) => length));
  const letter = Math.max(
    minLetterMm,
    Math.min(maxLetterMm, (widthMm - 4) / (longest * letterShare), (heightMm - 4) / (lines.length * 1.25)),
  );
  return [
    ...fronts,
    ...lines.map((line, i) =>
      text(xMm + 3, yMm + 3 + letter * (0.9 + i * 1.25), letter, fit(line, widthMm, letter)),
    ),
  ];
}

/** Shortens a line to a width; the full name is in the version's other files. */
function fit(line: string, widthMm: number, letter: number): string {
  const room = Math.max(1, Math.floor((widthMm - 4) / (letter * letterShare)));
  const letters = [...line];
  return letters.length <= room ? line : `${letters.slice(0, Math.max(1, room - 1)).join('')}…`;
}

const text = (x: number, y: number, size: number, words: string) =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}">${escapeText(words)}</text>`;
const round = (value: number) => Math.round(value * 100) / 100;
const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escapeText = (words: string) =>
  words.replace(/\p{Cc}/gu, ' ').replace(/[<>&"]/g, (character) => entities[character] ?? '');
