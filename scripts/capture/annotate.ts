import sharp from 'sharp';
import type { CaptureResult, PositionResult } from './capture-result.ts';

/** Colours that keep apart for people who do not tell red from green; the word stands beside each box. */
const colours: Record<string, string> = {
  MATCH: '#1b9e4b',
  MISSING: '#d62839',
  WRONG_PRODUCT: '#f08a00',
  UNKNOWN_PRODUCT: '#9b3fb5',
  MISPLACED: '#f0c300',
  EXTRA: '#00838f',
};
const otherColour = '#2f6fde';
const maxLongSidePx = 2400;

/** The photo with every finding drawn on it, as PNG. */
export async function annotate(photoFile: string, result: CaptureResult): Promise<Uint8Array> {
  const { data, info } = await sharp(photoFile)
    .autoOrient()
    .resize({ width: maxLongSidePx, height: maxLongSidePx, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  const boxes = [...result.positions, ...result.extras].map((p) => draw(p, info.width, info.height));
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${info.width}" height="${info.height}">${boxes.join('')}</svg>`;
  return sharp(data)
    .composite([{ input: Buffer.from(overlay) }])
    .png()
    .toBuffer();
}

function draw(position: PositionResult, width: number, height: number): string {
  if (!position.box) return '';
  const [x, y, w, h] = position.box.map((share, i) => Math.round(share * (i % 2 === 0 ? width : height)));
  const colour = colours[position.verdict] ?? otherColour;
  const dash = position.verdict === 'MISSING' ? ' stroke-dasharray="14 8"' : '';
  const label =
    position.verdict === 'MATCH' ? (position.id ?? '') : `${position.id ?? ''} ${position.verdict}`;
  const textWidth = label.length * 13 + 12;
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="none" stroke="${colour}" stroke-width="5"${dash}/>
    <rect x="${x}" y="${y}" width="${textWidth}" height="28" fill="${colour}"/>
    <text x="${(x ?? 0) + 6}" y="${(y ?? 0) + 21}" font-size="22" font-family="sans-serif" fill="#fff">${label.trim()}</text>`;
}
