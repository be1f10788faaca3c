import { expect, test } from 'vitest';
import { copyToMemory, dotAt, resetMemory } from './window-dot.ts';

const numbers = (count: number, seed: number) =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898 + seed) * 60);

/** Computes the same sum with a plain loop in double precision. */
function plainDot(
  image: Float32Array,
  imageWidth: number,
  x: number,
  y: number,
  template: Float32Array,
  width: number,
): number {
  let sum = 0;
  for (let i = 0; i < template.length; i++) {
    const row = Math.floor(i / (width * 3));
    sum += (template[i] ?? 0) * (image[((y + row) * imageWidth + x) * 3 + (i % (width * 3))] ?? 0);
  }
  return sum;
}

test.each([1, 2, 3, 4, 5, 7, 8, 11, 16])(
  'a template of %i columns gives the same dot product as a plain loop at every window',
  (width) => {
    resetMemory();
    const [imageWidth, imageHeight, height] = [23, 17, 6];
    const image = numbers(imageWidth * imageHeight * 3, 1);
    const values = numbers(width * height * 3, 2);
    const laid = { at: copyToMemory(image), image: { width: imageWidth } };
    const template = { at: copyToMemory(values), width, height };
    for (let y = 0; y + height <= imageHeight; y++)
      for (let x = 0; x + width <= imageWidth; x++) {
        const found = dotAt(laid, x, y, template);
        expect(found).toBeCloseTo(plainDot(image, imageWidth, x, y, values, width), 0);
        expect(Math.abs(found - plainDot(image, imageWidth, x, y, values, width))).toBeLessThan(0.05);
      }
  },
);

test('the memory grows with the copies in it, and earlier copies stay valid', () => {
  resetMemory();
  const small = numbers(300, 3);
  const template = { at: copyToMemory(small), width: 10, height: 10 };
  const large = numbers(3 * 1000 * 1000, 4);
  const laid = { at: copyToMemory(large), image: { width: 1000 } };
  const expected = plainDot(large, 1000, 990, 990, small, 10);
  expect(Math.abs(dotAt(laid, 990, 990, template) - expected)).toBeLessThan(0.5);
});
