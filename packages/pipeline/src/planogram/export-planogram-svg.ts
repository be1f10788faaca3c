import type { Suggested } from './formats/planogram-format.ts';
import { type Planogram, type Position, slotsOf } from './model.ts';

/** Space around the bay and height of the title, in millimetres of the bay. */
const marginMm = 40;
const titleMm = 90;
/** Letters are about as wide as this share of their height. */
const letterShare = 0.64;
const maxLetterMm = 26;
const minLetterMm = 5;
/** Distance of lines, of the height of a letter. */
const lineShare = 1.25;
const paddingMm = 3;

/** Returns the size of a plan's drawing in millimetres. */
export const drawingSize = ({ widthMm, heightMm }: Planogram): { width: number; height: number } => ({
  width: widthMm + 2 * marginMm,
  height: heightMm + 2 * marginMm + titleMm,
});

/**
 * Writes the plan as a drawing to scale, one unit a millimetre: boards, fronts, and in each block the product's name, its
 * SKU and its facings. The viewer's own fonts draw the text, in any script that they have.
 */
export function exportPlanogramSvg(planogram: Planogram, identity: Suggested = {}): string {
  const { widthMm, heightMm, shelves, positions, products } = planogram;
  const names = new Map(products.map(({ id, name, sku }) => [id, { name, sku }]));
  const { width, height } = drawingSize(planogram);
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
  const { xMm, yMm, facings } = position;
  const fronts = slotsOf(position).map(
    (slot) =>
      `<rect x="${round(slot.xMm)}" y="${round(slot.yMm)}" width="${round(slot.widthMm)}" height="${round(slot.heightMm)}" fill="#eef3fb" stroke="#456" stroke-width="1"/>`,
  );
  const { letter, lines } = setText(
    [product?.name ?? '', product?.sku ?? '', `${facings.horizontal} × ${facings.vertical}`],
    { width: position.widthMm - 2 * paddingMm, height: position.heightMm - 2 * paddingMm },
  );
  return [
    `<g><title>${escapeText([product?.name, product?.sku].filter(Boolean).join(' · '))}</title>`,
    ...fronts,
    ...lines.map((line, i) =>
      text(xMm + paddingMm, yMm + paddingMm + letter * (0.9 + i * lineShare), letter, line),
    ),
    '</g>',
  ];
}

/** Sets paragraphs in the largest letters that fit a block; where the smallest do not, the end is cut. */
function setText(paragraphs: readonly string[], block: { width: number; height: number }) {
  for (let letter = maxLetterMm; letter >= minLetterMm; letter--) {
    const room = roomFor(letter, block.width);
    const lines = paragraphs.flatMap((paragraph) => wrap(paragraph, room));
    const fits = lines.every((line) => [...line].length <= room);
    if (fits && lines.length * letter * lineShare <= block.height) return { letter, lines };
  }
  const room = roomFor(minLetterMm, block.width);
  const most = Math.max(1, Math.floor(block.height / (minLetterMm * lineShare)));
  const lines = paragraphs.flatMap((paragraph) => wrap(paragraph, room)).slice(0, most);
  return { letter: minLetterMm, lines: lines.map((line) => cut(line, room)) };
}

const roomFor = (letter: number, width: number) => Math.max(1, Math.floor(width / (letter * letterShare)));

function wrap(paragraph: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && [...longer].length <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function cut(line: string, room: number): string {
  const letters = [...line];
  return letters.length <= room ? line : `${letters.slice(0, Math.max(1, room - 1)).join('')}…`;
}

const text = (x: number, y: number, size: number, words: string) =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}">${escapeText(words)}</text>`;
const round = (value: number) => Math.round(value * 100) / 100;
const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escapeText = (words: string) =>
  words.replace(/\p{Cc}/gu, ' ').replace(/[<>&"]/g, (character) => entities[character] ?? '');
