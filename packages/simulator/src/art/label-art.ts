import { createRandom } from '../random.ts';
import { barcodePatch } from './barcode-patch.ts';
import { css, inkOn, lighter } from './colour.ts';
import { labelGround, secondField } from './label-ground.ts';
import { lettering } from './lettering.ts';
import { logo } from './logo.ts';
import type { PackDesign } from './pack-design.ts';
import { picture } from './picture.ts';

/**
 * Draws the printed front of a pack, `w` x `h` in any unit, as SVG without its outer element. Layout, logo and pattern come
 * from the family. The flavour changes the band, the picture and the text, as on real variants.
 */
export function labelArt(design: PackDesign, w: number, h: number): string {
  const { style, flavourColour } = design;
  const family = createRandom(`label/${design.brand}/${design.noun}`);
  const variant = createRandom(`label/${design.seed}`);
  const id = `g${design.seed.replace(/[^a-z0-9]/gi, '')}`;
  const wide = w > h * 1.15;

  const fieldColour = style.flavourReach === 'field' ? lighter(flavourColour, 24) : style.second;
  const onRight = style.layout === 'split' || wide;
  const logoBox = wide
    ? { x: w * 0.06, y: h * 0.1, width: w * 0.5, height: h * 0.36 }
    : {
        x: w * family.between(0.06, 0.14),
        y: h * family.between(0.06, 0.11),
        width: w * 0.78,
        height: Math.min(h * 0.2, w * 0.34),
      };
  const area = wide
    ? { x: w * 0.77, y: h * 0.5, rx: w * 0.19, ry: h * 0.36 }
    : {
        x: onRight ? w * 0.7 : w * family.between(0.42, 0.58),
        y: h * family.between(0.6, 0.66),
        rx: w * (onRight ? 0.28 : 0.36),
        ry: Math.min(h * 0.2, w * 0.36),
      };
  const bandY = wide ? h * 0.61 : h * family.pick([0.375, 0.39, 0.83]);
  const band = wide
    ? { x: w * 0.06, y: bandY, width: w * 0.5, height: h * 0.2 }
    : { x: w * 0.04, y: bandY, width: w * 0.92, height: Math.min(h * 0.1, w * 0.2) };
  const bandEdge = family.chance(0.5) ? band.height / 2 : band.height * 0.12;
  const bandInk = inkOn(flavourColour);
  const nounInk = css(inkOn(style.ground));

  return [
    labelGround(style, w, h, `${id}b`, family),
    secondField(style, fieldColour, w, h),
    picture(design.picture, design.pictureColour, area, `${id}p`, variant),
    logo(style, design.brand, logoBox),
    lettering(
      design.noun,
      {
        x: logoBox.x,
        y: logoBox.y + logoBox.height * 1.08,
        width: logoBox.width,
        height: logoBox.height * 0.24,
      },
      { colour: nounInk, weight: 0.14 },
    ),
    `<rect x="${band.x}" y="${band.y}" width="${band.width}" height="${band.height}" rx="${bandEdge}" fill="${css(flavourColour)}" stroke="${css(lighter(flavourColour, -16))}" stroke-width="${h * 0.004}"/>`,
    lettering(
      design.flavour,
      {
        x: band.x + band.width * 0.08,
        y: band.y + band.height * 0.24,
        width: band.width * 0.84,
        height: band.height * 0.52,
      },
      { colour: css(bandInk), weight: 0.15 },
    ),
    claimSticker(design, w, h, wide, family.chance(0.5)),
    smallPrint(design, w, h, wide, nounInk),
  ].join('');
}

function claimSticker(design: PackDesign, w: number, h: number, wide: boolean, left: boolean): string {
  if (design.claim === null) return '';
  const r = Math.min(w, h) * 0.115;
  const x = wide ? w * 0.62 : left ? w * 0.14 : w * 0.86;
  const y = wide ? h * 0.22 : h * 0.565;
  const gold = { h: 47, s: 92, l: 55 };
  const text = lettering(
    design.claim,
    { x: x - r * 0.72, y: y - r * 0.34, width: r * 1.44, height: r * 0.68 },
    { colour: css(inkOn(gold)), weight: 0.16 },
  );
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${css(gold)}" stroke="${css(lighter(gold, -25))}" stroke-width="${r * 0.08}"/>${text}`;
}

/** Draws the net weight, two unreadably small lines, and the bar code of packs that have one on the front. */
function smallPrint(design: PackDesign, w: number, h: number, wide: boolean, ink: string): string {
  const y = h * 0.935;
  const weight = lettering(
    design.size,
    { x: w * 0.05, y, width: w * 0.26, height: Math.min(h * 0.035, w * 0.07) },
    { colour: ink, weight: 0.14 },
  );
  const lines = [0, 1]
    .map(
      (i) =>
        `<path d="M${w * 0.38} ${y + h * (0.008 + i * 0.016)}h${w * (0.3 - i * 0.07)}" stroke="${ink}" stroke-width="${h * 0.005}" opacity=".75"/>`,
    )
    .join('');
  const code = createRandom(`code/${design.brand}/${design.noun}`).chance(0.35)
    ? barcodePatch(design.seed, {
        x: w * 0.74,
        y: h * (wide ? 0.84 : 0.915),
        width: w * 0.22,
        height: h * (wide ? 0.13 : 0.07),
      })
    : '';
  return weight + lines + code;
}
