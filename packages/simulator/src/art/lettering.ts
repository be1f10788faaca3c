import { strokeGlyphs } from './stroke-glyphs.ts';

export interface LetteringStyle {
  colour: string;
  /** Stroke width as a share of the letter height; 0.1 is light, 0.22 is heavy. */
  weight: number;
  /** Outline behind the strokes. */
  outline?: string;
  /** Degrees that letters lean to the right. */
  slantDegrees?: number;
}

/** Letters are 4 units wide on a pitch of 5.6; a narrow I and a space are narrower. */
const letterPitch = 5.6;
const advanceOf = (character: string): number =>
  character === 'I' || character === '.' || character === ',' ? 3 : character === ' ' ? 3.4 : letterPitch;

/** Draws `text` as an SVG group, fitted and centred into the box (units of the surrounding drawing). */
export function lettering(
  text: string,
  box: { x: number; y: number; width: number; height: number },
  style: LetteringStyle,
): string {
  const characters = [...text.toUpperCase()];
  const lengthUnits = characters.reduce((sum, c) => sum + advanceOf(c), 0) - (letterPitch - 4);
  const scale = Math.min(box.width / Math.max(lengthUnits, 1), box.height / 6);
  const strokeUnits = style.weight * 6;
  let atUnits = 0;
  let path = '';
  for (const character of characters) {
    const shiftUnits = advanceOf(character) < letterPitch && character !== ' ' ? atUnits - 1.3 : atUnits;
    for (const line of (strokeGlyphs[character] ?? '').split(' ').filter(Boolean)) {
      for (let i = 0; i < line.length; i += 2) {
        const x = Number(line[i]) + shiftUnits;
        const y = Number(line[i + 1]);
        path += `${i === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y}`;
      }
    }
    atUnits += advanceOf(character);
  }
  const left = box.x + (box.width - lengthUnits * scale) / 2;
  const top = box.y + (box.height - 6 * scale) / 2;
  const skew = style.slantDegrees ? ` skewX(${-style.slantDegrees})` : '';
  const strokes = (colour: string, width: number) =>
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width.toFixed(2)}"/>`;
  return (
    `<g transform="translate(${left.toFixed(2)} ${top.toFixed(2)})${skew} scale(${scale.toFixed(4)})" ` +
    `stroke-linecap="round" stroke-linejoin="round">` +
    (style.outline ? strokes(style.outline, strokeUnits * 2.1) : '') +
    `${strokes(style.colour, strokeUnits)}</g>`
  );
}
