import { createRandom } from '../random.ts';

/** Draws bars on white as SVG. It resembles a bar code without a number, which no photo could resolve. */
export function barcodePatch(
  seed: string,
  box: { x: number; y: number; width: number; height: number },
): string {
  const random = createRandom(`bars/${seed}`);
  const modules = 50;
  const pitch = (box.width * 0.88) / modules;
  let bars = '';
  for (let at = 0; at < modules; ) {
    const bar = random.whole(1, 3);
    const x = box.x + box.width * 0.06 + at * pitch;
    bars += `<rect x="${x.toFixed(2)}" y="${(box.y + box.height * 0.08).toFixed(2)}" width="${(bar * pitch).toFixed(2)}" height="${(box.height * 0.84).toFixed(2)}"/>`;
    at += bar + random.whole(1, 3);
  }
  return `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="#fff"/><g fill="#111">${bars}</g>`;
}
