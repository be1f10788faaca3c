import { createRandom } from '../random.ts';
import { type Hsl, turned } from './colour.ts';

export type PackShape = 'box' | 'flat-box' | 'bottle' | 'jar' | 'can' | 'bag';

/** The front design that all variants of a brand's family share, as in real ranges. */
export interface FamilyStyle {
  ground: Hsl;
  second: Hsl;
  logoGround: Hsl;
  layout: 'banner' | 'panel' | 'diagonal' | 'arch' | 'split' | 'frame';
  logo: 'oval' | 'ribbon' | 'shield' | 'block' | 'hexagon' | 'plain';
  pattern: 'none' | 'rays' | 'dots' | 'stripes' | 'waves';
  letterWeight: number;
  slantDegrees: number;
  /** Whether the flavour's colour fills only a band or also the second field. */
  flavourReach: 'band' | 'field';
}

export type PictureKind =
  | 'rounds'
  | 'beans'
  | 'leaves'
  | 'berries'
  | 'slices'
  | 'drops'
  | 'bubbles'
  | 'sticks'
  | 'petals'
  | 'cup';

/** Print and shape of a pack. Widths and heights are in millimetres. */
export interface PackDesign {
  seed: string;
  shape: PackShape;
  widthMm: number;
  heightMm: number;
  brand: string;
  noun: string;
  flavour: string;
  size: string;
  style: FamilyStyle;
  flavourColour: Hsl;
  picture: PictureKind;
  pictureColour: Hsl;
  claim: string | null;
}

const layouts = ['banner', 'panel', 'diagonal', 'arch', 'split', 'frame'] as const;
const logos = ['oval', 'ribbon', 'shield', 'block', 'hexagon', 'plain'] as const;
const patterns = ['none', 'rays', 'dots', 'stripes', 'waves'] as const;

/** Returns the style of a brand, which depends on the names alone. */
export function familyStyle(brand: string, noun: string, hue?: number): FamilyStyle {
  const random = createRandom(`family/${brand}/${noun}`);
  const h = hue ?? random.whole(0, 359);
  const pale = random.chance(0.3);
  const ground: Hsl = pale
    ? { h, s: random.whole(15, 45), l: random.whole(84, 93) }
    : { h, s: random.whole(55, 88), l: random.whole(28, 52) };
  return {
    ground,
    second: {
      h: turned(ground, random.pick([25, -30, 150, 180, 205])).h,
      s: random.whole(35, 80),
      l: random.whole(30, 86),
    },
    logoGround: random.pick([
      { h: 0, s: 0, l: 98 },
      { h: turned(ground, 180).h, s: 80, l: 45 },
      { h: ground.h, s: 75, l: 22 },
      { h: 48, s: 95, l: 55 },
    ]),
    layout: random.pick(layouts),
    logo: random.pick(logos),
    pattern: random.pick(patterns),
    letterWeight: random.between(0.13, 0.22),
    slantDegrees: random.pick([0, 0, 6, 10]),
    flavourReach: random.pick(['band', 'band', 'field']),
  };
}
