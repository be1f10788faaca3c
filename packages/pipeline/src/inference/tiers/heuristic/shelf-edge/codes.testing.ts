import type { Frame } from '../../../../images/frame.ts';
import { blank } from '../drawn-bay.testing.ts';

const lefts = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];
/** Which of the six left digits are drawn reversed: that is how EAN-13 carries its first digit. */
const parities = [
  'LLLLLL',
  'LLGLGG',
  'LLGGLG',
  'LLGGGL',
  'LGLLGG',
  'LGGLLG',
  'LGGGLL',
  'LGLGLG',
  'LGLGGL',
  'LGGLGL',
];
const inverted = (bits: string): string => [...bits].map((b) => (b === '1' ? '0' : '1')).join('');
const reversed = (bits: string): string => [...bits].reverse().join('');

/** An EAN-13 in black bars on white with its quiet zones, `modulePx` pixels a module. */
export function ean13Frame(digits: string, modulePx: number, heightPx: number): Frame {
  const parity = parities[Number(digits[0])] ?? 'LLLLLL';
  const right = (d: string): string => inverted(lefts[Number(d)] ?? '');
  const left = [...digits.slice(1, 7)].map((d, i) =>
    parity[i] === 'L' ? (lefts[Number(d)] ?? '') : reversed(right(d)),
  );
  const bits = `101${left.join('')}01010${[...digits.slice(7)].map(right).join('')}101`;
  const quiet = 10;
  const frame = blank((bits.length + 2 * quiet) * modulePx, heightPx, [255, 255, 255]);
  for (let i = 0; i < bits.length; i++)
    if (bits[i] === '1')
      for (let y = 2; y < heightPx - 2; y++)
        for (let x = 0; x < modulePx; x++) {
          const o = (y * frame.width + (i + quiet) * modulePx + x) * 3;
          frame.data[o] = 0;
          frame.data[o + 1] = 0;
          frame.data[o + 2] = 0;
        }
  return frame;
}
