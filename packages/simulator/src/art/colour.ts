/** Hue in degrees, saturation and lightness in percent. */
export interface Hsl {
  h: number;
  s: number;
  l: number;
}

export const css = ({ h, s, l }: Hsl): string => {
  const [r, g, b] = rgbOf({ h, s, l });
  const hex = (v: number) => v.toString(16).padStart(2, '0');
  return `#${hex(r)}${hex(g)}${hex(b)}`;
};

export const lighter = (c: Hsl, by: number): Hsl => ({ ...c, l: Math.max(0, Math.min(100, c.l + by)) });

export const turned = (c: Hsl, degrees: number): Hsl => ({ ...c, h: (c.h + degrees + 360) % 360 });

/** Converts to 8-bit sRGB. */
export function rgbOf({ h, s, l }: Hsl): [number, number, number] {
  const chroma = (1 - Math.abs((2 * l) / 100 - 1)) * (s / 100);
  const channel = (shift: number) => {
    const k = (shift + h / 30) % 12;
    return Math.round(255 * (l / 100 - (chroma / 2) * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** Returns a readable colour on `ground`: near-white on dark, near-black on light. */
export const inkOn = (ground: Hsl): Hsl =>
  ground.l > 58 || (ground.l > 48 && ground.h > 40 && ground.h < 190)
    ? { h: ground.h, s: 40, l: 12 }
    : { h: ground.h, s: 20, l: 97 };
