import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterbox, stretch, toFrameX, toFrameY } from './fit.ts';

const side = fc.integer({ min: 8, max: 4000 });
const cases = fc.record({ width: side, height: side, x: fc.nat(500), y: fc.nat(500) });

test.each([
  ['letterbox', letterbox],
  ['stretch', stretch],
] as const)('a box that is drawn into the input of a %s comes back as it was', (_, fit) => {
  fc.assert(
    fc.property(
      cases,
      side,
      side,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (window, width, height, share) => {
        const fitted = fit(window, { width, height });
        const x = window.x + share * window.width;
        const y = window.y + share * window.height;
        const drawnX = (x - window.x) * fitted.scaleX + fitted.left;
        const drawnY = (y - window.y) * fitted.scaleY + fitted.top;
        expect(drawnX).toBeGreaterThanOrEqual(-1e-6);
        expect(drawnX).toBeLessThanOrEqual(width + 1e-6);
        expect(drawnY).toBeLessThanOrEqual(height + 1e-6);
        expect(toFrameX(fitted, drawnX)).toBeCloseTo(x, 6);
        expect(toFrameY(fitted, drawnY)).toBeCloseTo(y, 6);
      },
    ),
    { numRuns: 300 },
  );
});

test('a letterbox fills one side, is in the middle of the other and keeps the shape', () => {
  expect(letterbox({ x: 0, y: 0, width: 1280, height: 720 }, { width: 640, height: 640 })).toMatchObject({
    left: 0,
    top: 140,
    width: 640,
    height: 360,
    scaleX: 0.5,
    scaleY: 0.5,
  });
});
