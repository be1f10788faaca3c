import { css, type Hsl, lighter } from './colour.ts';
import type { PackDesign } from './pack-design.ts';

/** The shape of a pack around its label: outline, parts without print, and shading. SVG pieces. */
export interface PackForm {
  /** Path data of the outline, in the pack's millimetres. */
  outline: string;
  /** Location of the label. */
  label: { x: number; y: number; width: number; height: number };
  /** Drawn under the label: body, cap, lid. */
  body: string;
  /** Drawn on top, clipped to the outline. */
  light: string;
}

const whole = (w: number, h: number) => ({ x: 0, y: 0, width: w, height: h });

/** Draws the light on a cylinder: darker towards both sides, with a bright streak left of the middle. */
const roundLight = (w: number, h: number, top: number): string =>
  `<linearGradient id="round"><stop offset="0" stop-color="#000" stop-opacity=".5"/><stop offset=".16" stop-color="#000" stop-opacity=".12"/>` +
  `<stop offset=".3" stop-color="#fff" stop-opacity=".26"/><stop offset=".42" stop-color="#fff" stop-opacity=".02"/>` +
  `<stop offset=".78" stop-color="#000" stop-opacity=".1"/><stop offset="1" stop-color="#000" stop-opacity=".55"/></linearGradient>` +
  `<rect y="${top}" width="${w}" height="${h - top}" fill="url(#round)"/>`;

const metal =
  `<linearGradient id="metal"><stop offset="0" stop-color="#777"/><stop offset=".25" stop-color="#f4f4f4"/>` +
  `<stop offset=".5" stop-color="#b4b4b4"/><stop offset=".8" stop-color="#dedede"/><stop offset="1" stop-color="#666"/></linearGradient>`;

function boxForm(w: number, h: number): PackForm {
  return {
    outline: `M1 0H${w - 1}L${w} 1V${h - 1}L${w - 1} ${h}H1L0 ${h - 1}V1Z`,
    label: whole(w, h),
    body: '',
    light:
      `<linearGradient id="flat" x1="0" y1="0" x2="1" y2=".35"><stop offset="0" stop-color="#fff" stop-opacity=".14"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/>` +
      `<stop offset="1" stop-color="#000" stop-opacity=".14"/></linearGradient><rect width="${w}" height="${h}" fill="url(#flat)"/>` +
      `<path d="M0 .6H${w}" stroke="#fff" stroke-opacity=".5" stroke-width="1.2"/><path d="M${w - 0.6} 0V${h}" stroke="#000" stroke-opacity=".3" stroke-width="1.2"/>`,
  };
}

function canForm(w: number, h: number): PackForm {
  const rim = Math.min(7, h * 0.05);
  return {
    outline: `M${w * 0.05} 0H${w * 0.95}L${w} ${rim * 1.6}V${h - rim * 1.4}L${w * 0.95} ${h}H${w * 0.05}L0 ${h - rim * 1.4}V${rim * 1.6}Z`,
    label: { x: 0, y: rim * 1.3, width: w, height: h - rim * 2.4 },
    body: `${metal}<rect width="${w}" height="${h}" fill="url(#metal)"/>`,
    light: `${roundLight(w, h, 0)}<path d="M0 ${rim * 1.3}H${w}M0 ${h - rim * 1.1}H${w}" stroke="#000" stroke-opacity=".35" stroke-width="1"/>`,
  };
}

function jarForm(w: number, h: number, lid: Hsl, content: Hsl): PackForm {
  const lidH = h * 0.16;
  return {
    outline: `M${w * 0.08} 0H${w * 0.92}V${lidH}Q${w} ${lidH * 1.2} ${w} ${lidH * 1.9}V${h - 5}Q${w} ${h} ${w - 6} ${h}H6Q0 ${h} 0 ${h - 5}V${lidH * 1.9}Q0 ${lidH * 1.2} ${w * 0.08} ${lidH}Z`,
    label: { x: 0, y: h * 0.3, width: w, height: h * 0.62 },
    body: `<rect width="${w}" height="${h}" fill="${css(content)}"/><rect width="${w}" height="${lidH}" fill="${css(lid)}"/>`,
    light: `${roundLight(w, h, 0)}<path d="M0 ${lidH}H${w}" stroke="#000" stroke-opacity=".5" stroke-width="1.6"/>`,
  };
}

function bottleForm(w: number, h: number, cap: Hsl, content: Hsl): PackForm {
  const neck = w * 0.3;
  const left = (w - neck) / 2;
  const capH = h * 0.08;
  const shoulder = h * 0.3;
  return {
    outline: `M${left} 0H${left + neck}V${capH * 1.5}C${left + neck} ${shoulder * 0.8} ${w} ${shoulder * 0.7} ${w} ${shoulder}V${h - 6}Q${w} ${h} ${w - 7} ${h}H7Q0 ${h} 0 ${h - 6}V${shoulder}C0 ${shoulder * 0.7} ${left} ${shoulder * 0.8} ${left} ${capH * 1.5}Z`,
    label: { x: 0, y: h * 0.36, width: w, height: h * 0.56 },
    body: `<rect width="${w}" height="${h}" fill="${css(content)}"/><rect width="${w}" height="${capH}" fill="${css(cap)}"/>`,
    light: `${roundLight(w, h, 0)}<path d="M0 ${capH}H${w}M0 ${h * 0.36}H${w}M0 ${h * 0.92}H${w}" stroke="#000" stroke-opacity=".28" stroke-width="1.2"/>`,
  };
}

function bagForm(w: number, h: number, wrinkles: () => number): PackForm {
  const seal = h * 0.055;
  let folds = '';
  for (let i = 0; i < 7; i++) {
    const x = w * wrinkles();
    const y = wrinkles() < 0.5 ? seal : h - seal;
    const reach = (y < h / 2 ? 1 : -1) * h * (0.1 + 0.2 * wrinkles());
    const shade = i % 2 ? '#fff' : '#000';
    folds += `<path d="M${x} ${y}q${w * 0.05 * (wrinkles() - 0.5)} ${reach / 2} ${w * 0.16 * (wrinkles() - 0.5)} ${reach}" stroke="${shade}" stroke-opacity=".2" stroke-width="${w * 0.022}" fill="none" stroke-linecap="round"/>`;
  }
  const crimps = Array.from({ length: 5 }, (_, i) => {
    const y = seal * (0.15 + i * 0.18);
    return `M0 ${y}H${w}M0 ${h - y}H${w}`;
  }).join('');
  return {
    outline: `M${w * 0.03} 0H${w * 0.97}L${w * 0.955} ${seal}Q${w * 1.015} ${h / 2} ${w * 0.955} ${h - seal}L${w * 0.97} ${h}H${w * 0.03}L${w * 0.045} ${h - seal}Q${-w * 0.015} ${h / 2} ${w * 0.045} ${seal}Z`,
    label: whole(w, h),
    body: '',
    light:
      `<radialGradient id="puff" cx=".4" cy=".42" r=".72"><stop offset="0" stop-color="#fff" stop-opacity=".2"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/>` +
      `<stop offset="1" stop-color="#000" stop-opacity=".42"/></radialGradient><rect width="${w}" height="${h}" fill="url(#puff)"/>${folds}` +
      `<path d="${crimps}" stroke="#000" stroke-opacity=".22" stroke-width="${seal * 0.07}"/>`,
  };
}

/** Draws the shape of a pack by its design. */
export function packForm(design: PackDesign, chance: () => number): PackForm {
  const { widthMm: w, heightMm: h, style } = design;
  switch (design.shape) {
    case 'box':
    case 'flat-box':
      return boxForm(w, h);
    case 'can':
      return canForm(w, h);
    case 'jar':
      return jarForm(
        w,
        h,
        style.logoGround.l > 90 ? style.second : style.logoGround,
        lighter(design.pictureColour, -12),
      );
    case 'bottle':
      return bottleForm(w, h, design.flavourColour, lighter(style.ground, style.ground.l > 60 ? -4 : 6));
    case 'bag':
      return bagForm(w, h, chance);
  }
}
