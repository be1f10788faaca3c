import { expect, test } from 'vitest';
import { createCamera } from './camera.ts';

const bay = { widthMm: 1200, heightMm: 1400 };
const framing = { widthPx: 1600, heightPx: 2000, marginLeft: 0.05, marginRight: 0.03, lift: 0.5 };

test('the bay meets the margins of the picture in every pose', () => {
  for (const yawDegrees of [-6, 0, 6]) {
    const camera = createCamera(
      bay,
      { yawDegrees, pitchDegrees: 3, rollDegrees: 1.5, distanceMm: 1800 },
      framing,
    );
    const xs = [
      [0, 0],
      [bay.widthMm, 0],
      [bay.widthMm, bay.heightMm],
      [0, bay.heightMm],
    ].map(([x = 0, y = 0]) => camera.project([x, y, 0])[0]);
    expect(Math.min(...xs)).toBeCloseTo(80, 4);
    expect(Math.max(...xs)).toBeCloseTo(1600 - 48, 4);
  }
});

test('a straight camera projects right angles, and more distant points smaller', () => {
  const camera = createCamera(
    bay,
    { yawDegrees: 0, pitchDegrees: 0, rollDegrees: 0, distanceMm: 2000 },
    framing,
  );
  const [leftX, topY] = camera.project([0, 0, 0]);
  const [rightX, sameY] = camera.project([1200, 0, 0]);
  expect(sameY).toBeCloseTo(topY, 6);
  const width = (depth: number) => camera.project([1200, 700, depth])[0] - camera.project([0, 700, depth])[0];
  expect(width(0)).toBeCloseTo(rightX - leftX, 6);
  expect(width(400) / width(0)).toBeCloseTo(2000 / 2400, 6);
});

test('a camera turned to the right projects the near left edge larger than the far right one', () => {
  const camera = createCamera(
    bay,
    { yawDegrees: 8, pitchDegrees: 0, rollDegrees: 0, distanceMm: 2000 },
    framing,
  );
  const height = (x: number) => camera.project([x, 1400, 0])[1] - camera.project([x, 0, 0])[1];
  expect(height(0)).toBeGreaterThan(height(1200) * 1.02);
});
