import type { Planogram } from '@gondola/pipeline/planogram';
import { lettering } from '../art/lettering.ts';
import { createRandom, type Random } from '../random.ts';

/** Colours of a store's shelving. */
export interface Furniture {
  panel: string;
  board: string;
  rail: string;
  plinth: string;
  wall: string;
  floor: string;
}

const styles: readonly Furniture[] = [
  {
    panel: '#c9c7c2',
    board: '#d8d6d1',
    rail: '#eceae4',
    plinth: '#8d8b86',
    wall: '#d9d4c8',
    floor: '#9b958a',
  },
  {
    panel: '#a9acb0',
    board: '#b9bcc0',
    rail: '#d9dde0',
    plinth: '#54585c',
    wall: '#c4c8ca',
    floor: '#7d7f80',
  },
  {
    panel: '#8f8a80',
    board: '#6f6a62',
    rail: '#f3d74e',
    plinth: '#3f3c38',
    wall: '#bcb5a6',
    floor: '#a39a8a',
  },
  {
    panel: '#d6d2c6',
    board: '#c8b38d',
    rail: '#f6f3ea',
    plinth: '#7d6a4c',
    wall: '#cfcabd',
    floor: '#8c8273',
  },
];

/** Returns the furniture of a fixture, the same for every photo of a store's bay. */
export const furnitureOf = (fixture: string): Furniture => createRandom(`furniture/${fixture}`).pick(styles);

/** Extent of the scene beyond the bay's face. */
export const aroundMm = { side: 500, above: 700, below: 700 };

/** Draws the back panel with its slots and the shadows of the boards. SVG, one pixel for two millimetres. */
export function panelSvg(planogram: Planogram, furniture: Furniture): string {
  const width = planogram.widthMm + 2 * aroundMm.side;
  const height = planogram.heightMm;
  let slots = '';
  for (let x = 0; x < width; x += 50) for (let y = 12; y < height; y += 25) slots += `M${x} ${y}h18`;
  const shadows = planogram.shelves.map((s) => {
    const y = s.yMm + s.heightMm;
    return `<rect y="${y}" width="${width}" height="150" fill="url(#s)"/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width / 2)}" height="${Math.round(height / 2)}" viewBox="0 0 ${width} ${height}">` +
    `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-opacity=".6"/><stop offset="1" stop-opacity="0"/></linearGradient></defs>` +
    `<rect width="${width}" height="${height}" fill="${furniture.panel}"/><path d="${slots}" stroke="#000" stroke-opacity=".35" stroke-width="5" stroke-linecap="round"/>` +
    `<rect width="${width}" height="150" fill="url(#s)"/>${shadows.join('')}` +
    [aroundMm.side, aroundMm.side + planogram.widthMm]
      .map((x) => `<rect x="${x - 15}" width="30" height="${height}" fill="#000" fill-opacity=".25"/>`)
      .join('') +
    `</svg>`
  );
}

/** Draws a board's front with its price rail as SVG: lip, rail, and the light on its round edge. */
export function railSvg(furniture: Furniture): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="80" viewBox="0 0 16 40"><defs><linearGradient id="r" x1="0" y1="0" x2="0" y2="1">` +
    `<stop offset="0" stop-color="#fff" stop-opacity=".55"/><stop offset=".2" stop-color="#fff" stop-opacity="0"/><stop offset=".85" stop-opacity=".08"/><stop offset="1" stop-opacity=".5"/></linearGradient></defs>` +
    `<rect width="16" height="40" fill="${furniture.board}"/><rect y="3" width="16" height="34" fill="${furniture.rail}"/>` +
    `<path d="M0 3.4h16M0 36.6h16" stroke="#000" stroke-opacity=".3"/><rect width="16" height="40" fill="url(#r)"/></svg>`
  );
}

/** Draws a plain surface as SVG. */
export const surfaceSvg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}"/></svg>`;

/** Draws floor tiles with a dull shine as SVG. */
export function floorSvg(furniture: Furniture, random: Random): string {
  let tiles = '';
  for (let x = 0; x < 6; x++)
    for (let y = 0; y < 3; y++)
      tiles += `<rect x="${x * 40 + 0.6}" y="${y * 40 + 0.6}" width="38.8" height="38.8" fill="#fff" fill-opacity="${random.between(0.02, 0.14).toFixed(3)}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="240" viewBox="0 0 240 120"><rect width="240" height="120" fill="${furniture.floor}"/>${tiles}</svg>`;
}

/** Draws the sign above the bay as SVG. */
export const signSvg = (category: string): string => {
  const hue = createRandom(`sign/${category}`).whole(0, 359);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="528" height="120" viewBox="0 0 660 150"><rect width="660" height="150" rx="8" fill="hsl(${hue},45%,32%)"/>` +
    `${lettering(category, { x: 60, y: 45, width: 540, height: 60 }, { colour: '#f6f3ea', weight: 0.16 })}</svg>`
  );
};
