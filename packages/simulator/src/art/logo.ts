import { css, inkOn, lighter } from './colour.ts';
import { lettering } from './lettering.ts';
import type { FamilyStyle } from './pack-design.ts';

/** Draws the brand's badge with the name in stroke letters, filling the box, as SVG. */
export function logo(
  style: FamilyStyle,
  brand: string,
  box: { x: number; y: number; width: number; height: number },
): string {
  const { x, y, width: w, height: h } = box;
  const ground = css(style.logoGround);
  const edge = css(lighter(style.logoGround, style.logoGround.l > 60 ? -35 : 35));
  const stroke = `stroke="${edge}" stroke-width="${h * 0.05}"`;
  const plain = style.logo === 'plain';
  const ink = inkOn(plain ? style.ground : style.logoGround);
  const badge = {
    oval: `<ellipse cx="${x + w / 2}" cy="${y + h / 2}" rx="${w / 2}" ry="${h / 2}" fill="${ground}" ${stroke}/>`,
    ribbon: `<path d="M${x} ${y + h * 0.1}H${x + w}L${x + w * 0.94} ${y + h / 2}L${x + w} ${y + h * 0.9}H${x}L${x + w * 0.06} ${y + h / 2}Z" fill="${ground}" ${stroke}/>`,
    shield: `<path d="M${x} ${y}H${x + w}V${y + h * 0.6}Q${x + w} ${y + h * 0.85} ${x + w / 2} ${y + h}Q${x} ${y + h * 0.85} ${x} ${y + h * 0.6}Z" fill="${ground}" ${stroke}/>`,
    block: `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${h * 0.12}" fill="${ground}" ${stroke}/>`,
    hexagon: `<path d="M${x + w * 0.12} ${y}H${x + w * 0.88}L${x + w} ${y + h / 2}L${x + w * 0.88} ${y + h}H${x + w * 0.12}L${x} ${y + h / 2}Z" fill="${ground}" ${stroke}/>`,
    plain: '',
  }[style.logo];
  const inset = plain ? 0.02 : 0.14;
  const letters = lettering(
    brand,
    { x: x + w * inset, y: y + h * 0.24, width: w * (1 - 2 * inset), height: h * 0.5 },
    {
      colour: css(ink),
      weight: style.letterWeight,
      slantDegrees: style.slantDegrees,
      ...(plain ? { outline: css(lighter(style.ground, style.ground.l > 50 ? -45 : -20)) } : {}),
    },
  );
  return badge + letters;
}
