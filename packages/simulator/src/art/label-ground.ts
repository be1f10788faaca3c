import type { Random } from '../random.ts';
import { css, type Hsl, lighter } from './colour.ts';
import type { FamilyStyle } from './pack-design.ts';

/** Draws the background colour with the family's pattern, filling `w` x `h`, as SVG. */
export function labelGround(style: FamilyStyle, w: number, h: number, id: string, random: Random): string {
  const { ground } = style;
  const tint = css(lighter(ground, ground.l > 60 ? -9 : 9));
  let pattern = '';
  if (style.pattern === 'rays') {
    for (let i = 0; i < 18; i += 2) {
      const a = (i / 18) * 2 * Math.PI;
      const b = ((i + 1) / 18) * 2 * Math.PI;
      const far = w + h;
      pattern += `<path d="M${w / 2} ${h * 0.55}l${Math.cos(a) * far} ${Math.sin(a) * far}L${w / 2 + Math.cos(b) * far} ${h * 0.55 + Math.sin(b) * far}Z" fill="${tint}" opacity=".6"/>`;
    }
  }
  if (style.pattern === 'dots') {
    const pitch = w / 7;
    for (let row = 0; row * pitch < h; row++)
      for (let column = 0; column < 8; column++)
        pattern += `<circle cx="${(column + (row % 2) / 2) * pitch}" cy="${row * pitch}" r="${pitch * 0.22}" fill="${tint}"/>`;
  }
  if (style.pattern === 'stripes') {
    const pitch = w / random.whole(6, 10);
    for (let x = -h; x < w; x += pitch * 2)
      pattern += `<path d="M${x} ${h}L${x + h * 0.5} 0h${pitch}L${x + pitch} ${h}Z" fill="${tint}" opacity=".7"/>`;
  }
  if (style.pattern === 'waves') {
    for (let i = 0; i < 6; i++) {
      const y = (h * (i + 0.5)) / 6;
      pattern += `<path d="M0 ${y}q${w / 4} ${-h * 0.06} ${w / 2} 0t${w / 2} 0" fill="none" stroke="${tint}" stroke-width="${h * 0.02}"/>`;
    }
  }
  return (
    `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${css(lighter(ground, 5))}"/>` +
    `<stop offset="1" stop-color="${css(lighter(ground, -8))}"/></linearGradient></defs>` +
    `<rect width="${w}" height="${h}" fill="url(#${id})"/>${pattern}`
  );
}

/** Draws the layout's second field, behind picture and print, as SVG. */
export function secondField(style: FamilyStyle, colour: Hsl, w: number, h: number): string {
  const fill = css(colour);
  const edge = css(lighter(colour, colour.l > 60 ? -18 : 18));
  switch (style.layout) {
    case 'banner':
      return `<path d="M0 ${h * 0.4}q${w / 2} ${-h * 0.08} ${w} 0V${h * 0.86}q${-w / 2} ${h * 0.06} ${-w} 0Z" fill="${fill}"/>`;
    case 'panel':
      return `<rect x="${w * 0.09}" y="${h * 0.36}" width="${w * 0.82}" height="${h * 0.5}" rx="${w * 0.06}" fill="${fill}" stroke="${edge}" stroke-width="${w * 0.012}"/>`;
    case 'diagonal':
      return `<path d="M0 ${h * 0.62}L${w} ${h * 0.34}V${h}H0Z" fill="${fill}"/><path d="M0 ${h * 0.62}L${w} ${h * 0.34}" stroke="${edge}" stroke-width="${h * 0.018}"/>`;
    case 'arch':
      return `<path d="M0 ${h}V${h * 0.52}A${w / 2} ${h * 0.2} 0 0 1 ${w} ${h * 0.52}V${h}Z" fill="${fill}"/><path d="M0 ${h * 0.52}A${w / 2} ${h * 0.2} 0 0 1 ${w} ${h * 0.52}" fill="none" stroke="${edge}" stroke-width="${h * 0.015}"/>`;
    case 'split':
      return `<rect x="${w * 0.56}" width="${w * 0.44}" height="${h}" fill="${fill}"/><rect x="${w * 0.545}" width="${w * 0.02}" height="${h}" fill="${edge}"/>`;
    case 'frame':
      return `<rect x="${w * 0.05}" y="${h * 0.035}" width="${w * 0.9}" height="${h * 0.93}" rx="${w * 0.05}" fill="none" stroke="${fill}" stroke-width="${w * 0.045}"/>`;
  }
}
