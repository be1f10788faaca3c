import type { Random } from '../random.ts';
import { css, type Hsl, lighter } from './colour.ts';
import type { PictureKind } from './pack-design.ts';

const n = (value: number): string => value.toFixed(2);

interface Spot {
  x: number;
  y: number;
  r: number;
  turn: number;
}

/** Draws one piece of the picture at the origin, of radius `r`. `id` names the gradient that gives it volume. */
const pieces: Record<PictureKind, (r: number, id: string, colour: Hsl) => string> = {
  rounds: (r, id, c) =>
    `<ellipse rx="${n(r)}" ry="${n(r * 0.72)}" fill="url(#${id})" stroke="${css(lighter(c, -24))}" stroke-width="${n(r * 0.07)}"/>` +
    `<circle cx="${n(-r * 0.3)}" cy="${n(r * 0.1)}" r="${n(r * 0.08)}" fill="${css(lighter(c, -26))}"/>` +
    `<circle cx="${n(r * 0.25)}" cy="${n(-r * 0.2)}" r="${n(r * 0.06)}" fill="${css(lighter(c, -26))}"/>`,
  beans: (r, id, c) =>
    `<ellipse rx="${n(r)}" ry="${n(r * 0.66)}" fill="url(#${id})"/>` +
    `<path d="M${n(-r * 0.85)} 0Q0 ${n(-r * 0.35)} 0 0T${n(r * 0.85)} 0" fill="none" stroke="${css(lighter(c, -20))}" stroke-width="${n(r * 0.14)}"/>`,
  leaves: (r, id, c) =>
    `<path d="M0 ${n(r)}C${n(-r)} ${n(r * 0.3)} ${n(-r * 0.7)} ${n(-r * 0.6)} 0 ${n(-r)}C${n(r * 0.7)} ${n(-r * 0.6)} ${n(r)} ${n(r * 0.3)} 0 ${n(r)}Z" fill="url(#${id})"/>` +
    `<path d="M0 ${n(r)}L0 ${n(-r * 0.7)}" stroke="${css(lighter(c, 22))}" stroke-width="${n(r * 0.08)}"/>`,
  berries: (r, id, c) =>
    `<circle r="${n(r * 0.8)}" fill="url(#${id})"/><circle cx="${n(-r * 0.25)}" cy="${n(-r * 0.3)}" r="${n(r * 0.18)}" fill="#fff" opacity=".7"/>` +
    `<path d="M0 ${n(-r * 0.75)}L${n(r * 0.2)} ${n(-r * 1.25)}" stroke="${css({ h: 110, s: 50, l: 30 })}" stroke-width="${n(r * 0.14)}"/><circle r="${n(r * 0.78)}" fill="none" stroke="${css(lighter(c, -18))}" stroke-width="${n(r * 0.06)}"/>`,
  slices: (r, _id, c) =>
    `<circle r="${n(r)}" fill="${css(c)}"/><circle r="${n(r * 0.86)}" fill="${css(lighter(c, 34))}"/>` +
    Array.from({ length: 8 }, (_, i) => {
      const a = (i * Math.PI) / 4;
      const b = a + Math.PI / 4 - 0.12;
      return `<path d="M0 0L${n(Math.cos(a) * r * 0.78)} ${n(Math.sin(a) * r * 0.78)}L${n(Math.cos(b) * r * 0.78)} ${n(Math.sin(b) * r * 0.78)}Z" fill="${css(lighter(c, 8))}"/>`;
    }).join(''),
  drops: (r, id) =>
    `<path d="M0 ${n(-r)}C${n(r * 0.3)} ${n(-r * 0.4)} ${n(r * 0.7)} 0 ${n(r * 0.7)} ${n(r * 0.35)}A${n(r * 0.7)} ${n(r * 0.7)} 0 0 1 ${n(-r * 0.7)} ${n(r * 0.35)}C${n(-r * 0.7)} 0 ${n(-r * 0.3)} ${n(-r * 0.4)} 0 ${n(-r)}Z" fill="url(#${id})"/>` +
    `<ellipse cx="${n(-r * 0.25)}" cy="${n(r * 0.3)}" rx="${n(r * 0.12)}" ry="${n(r * 0.25)}" fill="#fff" opacity=".75"/>`,
  bubbles: (r, id, c) =>
    `<circle r="${n(r * 0.9)}" fill="url(#${id})" opacity=".85"/><circle r="${n(r * 0.9)}" fill="none" stroke="${css(lighter(c, 30))}" stroke-width="${n(r * 0.1)}"/><circle cx="${n(-r * 0.35)}" cy="${n(-r * 0.35)}" r="${n(r * 0.2)}" fill="#fff"/>`,
  sticks: (r, id, c) =>
    `<rect x="${n(-r * 1.2)}" y="${n(-r * 0.22)}" width="${n(r * 2.4)}" height="${n(r * 0.44)}" rx="${n(r * 0.2)}" fill="url(#${id})" stroke="${css(lighter(c, -22))}" stroke-width="${n(r * 0.06)}"/>`,
  petals: (r, id, c) =>
    `${Array.from(
      { length: 6 },
      (_, i) =>
        `<ellipse cy="${n(-r * 0.6)}" rx="${n(r * 0.3)}" ry="${n(r * 0.5)}" fill="url(#${id})" transform="rotate(${i * 60})"/>`,
    ).join('')}<circle r="${n(r * 0.26)}" fill="${css({ h: c.h + 40, s: 90, l: 62 })}"/>`,
  cup: (r, id, c) =>
    `<path d="M${n(-r)} ${n(-r * 0.5)}H${n(r)}L${n(r * 0.7)} ${n(r * 0.8)}H${n(-r * 0.7)}Z" fill="url(#${id})"/><ellipse cy="${n(-r * 0.5)}" rx="${n(r)}" ry="${n(r * 0.28)}" fill="${css(lighter(c, -18))}"/>` +
    `<ellipse cy="${n(-r * 0.5)}" rx="${n(r * 0.7)}" ry="${n(r * 0.16)}" fill="${css(lighter(c, 26))}"/><path d="M${n(r * 0.9)} ${n(-r * 0.2)}q${n(r * 0.7)} 0 ${n(r * 0.4)} ${n(r * 0.6)}q${n(-r * 0.2)} ${n(r * 0.2)} ${n(-r * 0.5)} ${n(r * 0.1)}" fill="none" stroke="${css(c)}" stroke-width="${n(r * 0.18)}"/>`,
};

/** Number of pieces in a heap, and their size relative to the picture. */
const heaps: Record<PictureKind, { count: number; size: number }> = {
  rounds: { count: 9, size: 0.42 },
  beans: { count: 15, size: 0.27 },
  leaves: { count: 8, size: 0.42 },
  berries: { count: 10, size: 0.32 },
  slices: { count: 4, size: 0.5 },
  drops: { count: 6, size: 0.38 },
  bubbles: { count: 14, size: 0.26 },
  sticks: { count: 9, size: 0.48 },
  petals: { count: 5, size: 0.48 },
  cup: { count: 1, size: 0.8 },
};

/** Draws the photo-like picture on a pack as SVG: a heap of pieces with light and shade inside an ellipse. */
export function picture(
  kind: PictureKind,
  colour: Hsl,
  area: { x: number; y: number; rx: number; ry: number },
  id: string,
  random: Random,
): string {
  const { count, size } = heaps[kind];
  const unit = Math.min(area.rx, area.ry);
  const spots: Spot[] = Array.from({ length: count }, (_, i) => {
    const angle = i * 2.399963 + random.between(-0.3, 0.3);
    const reach = count === 1 ? 0 : Math.sqrt((i + 0.6) / count) * 0.78;
    return {
      x: area.x + Math.cos(angle) * reach * area.rx * 0.9,
      y: area.y + Math.sin(angle) * reach * area.ry * 0.9,
      r: unit * size * random.between(0.85, 1.15),
      turn: kind === 'cup' ? 0 : random.between(-70, 70),
    };
  }).sort((a, b) => a.y - b.y);
  const gradient =
    `<radialGradient id="${id}" cx=".38" cy=".3" r=".8"><stop offset="0" stop-color="${css(lighter(colour, 22))}"/>` +
    `<stop offset=".55" stop-color="${css(colour)}"/><stop offset="1" stop-color="${css(lighter(colour, -18))}"/></radialGradient>`;
  const shadow = `<ellipse cx="${n(area.x)}" cy="${n(area.y + area.ry * 0.78)}" rx="${n(area.rx * 0.9)}" ry="${n(area.ry * 0.22)}" fill="#000" opacity=".22"/>`;
  const heap = spots.map(
    (s) =>
      `<g transform="translate(${n(s.x)} ${n(s.y)}) rotate(${n(s.turn)})">${pieces[kind](s.r, id, colour)}</g>`,
  );
  return `<defs>${gradient}</defs>${shadow}${heap.join('')}`;
}
