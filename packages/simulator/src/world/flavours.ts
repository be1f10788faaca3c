import type { Hsl } from '../art/colour.ts';
import type { PictureKind } from '../art/pack-design.ts';

export interface Flavour {
  colour: Hsl;
  picture: PictureKind;
  pictureColour: Hsl;
}

const flavour = (
  [h, s, l]: [number, number, number],
  picture: PictureKind,
  [ph, ps, pl]: [number, number, number],
): Flavour => ({ colour: { h, s, l }, picture, pictureColour: { h: ph, s: ps, l: pl } });

/** Colour codes that are usual in the trade: red for paprika, blue for salt, green for herbs. */
export const flavours = {
  'Sea Salt': flavour([212, 78, 42], 'rounds', [42, 72, 58]),
  Paprika: flavour([4, 80, 44], 'rounds', [18, 76, 50]),
  'Sour Cream': flavour([136, 52, 34], 'leaves', [120, 48, 40]),
  Pepper: flavour([0, 0, 18], 'berries', [25, 20, 30]),
  Chili: flavour([352, 84, 34], 'drops', [2, 84, 44]),
  Cheese: flavour([44, 94, 50], 'sticks', [42, 90, 56]),
  Onion: flavour([285, 42, 40], 'slices', [290, 34, 60]),
  Rosemary: flavour([158, 44, 28], 'leaves', [150, 36, 34]),
  Honey: flavour([36, 90, 52], 'drops', [38, 92, 52]),
  Sesame: flavour([30, 42, 48], 'beans', [38, 46, 66]),
  Classic: flavour([10, 70, 38], 'beans', [22, 58, 30]),
  Mild: flavour([46, 86, 56], 'beans', [28, 50, 46]),
  Espresso: flavour([18, 46, 20], 'cup', [16, 50, 24]),
  Decaf: flavour([196, 62, 44], 'cup', [200, 40, 52]),
  Caramel: flavour([30, 78, 50], 'drops', [30, 80, 46]),
  Vanilla: flavour([50, 70, 72], 'petals', [50, 60, 84]),
  Hazelnut: flavour([24, 52, 34], 'berries', [26, 54, 40]),
  Lemon: flavour([54, 92, 52], 'slices', [54, 90, 52]),
  Lavender: flavour([268, 48, 56], 'petals', [270, 52, 60]),
  Ocean: flavour([200, 82, 46], 'bubbles', [200, 70, 60]),
  Pine: flavour([150, 62, 26], 'leaves', [148, 56, 30]),
  Apple: flavour([96, 66, 42], 'berries', [92, 64, 46]),
  Rose: flavour([338, 72, 58], 'petals', [338, 74, 64]),
  Fresh: flavour([176, 66, 42], 'bubbles', [180, 60, 56]),
  Orange: flavour([26, 94, 52], 'slices', [28, 94, 52]),
  Cherry: flavour([346, 82, 36], 'berries', [348, 82, 40]),
  Grape: flavour([278, 56, 36], 'berries', [276, 50, 42]),
  Peach: flavour([18, 90, 66], 'berries', [20, 86, 64]),
  Cola: flavour([8, 50, 18], 'bubbles', [16, 54, 32]),
  Mint: flavour([164, 62, 38], 'leaves', [154, 60, 44]),
  Mango: flavour([40, 96, 54], 'drops', [38, 94, 52]),
  Berry: flavour([318, 66, 38], 'berries', [326, 66, 42]),
} satisfies Record<string, Flavour>;

export type FlavourName = keyof typeof flavours;
