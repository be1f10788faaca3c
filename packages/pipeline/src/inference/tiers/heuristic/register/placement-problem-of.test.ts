import { expect, test } from 'vitest';
import { drawnBay } from '../drawn-bay.testing.ts';
import type { LabImage } from '../pixels/lab-image.ts';
import type { Place, Plan } from '../templates/product-template.ts';
import { placementProblemOf } from './placement-problem-of.ts';
import type { RatedRegistration } from './rate-registration.ts';

/** A bay of 40 places whose packs are 80 mm wide. */
const { planogram } = drawnBay();
const [position] = planogram.positions;
if (!position) throw new Error('the drawn bay has no positions');
const { xMm, yMm, widthMm, heightMm } = position;
const place: Place = { slot: { position, column: 0, row: 0, xMm, yMm, widthMm, heightMm }, productIndex: 0 };
const places = Array.from({ length: 40 }, () => place);
const plan: Plan = { planogram, productTemplates: [], places };

/** `lightnessAt` of each pixel. */
function image(lightnessAt: (x: number, y: number) => number): LabImage {
  const [width, height] = [160, 160];
  const data = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[(y * width + x) * 3] = lightnessAt(x, y);
  return { width, height, data };
}
const packs = image((x) => (x % 8 < 4 ? 30 : 80));
const wall = image(() => 60);

/** A registration that ten places support. `scale`: pixels per millimetre. */
function seen(
  more: { scale?: number; inView?: number; turn?: 0 | 90; mirrored?: boolean } = {},
): RatedRegistration {
  const { scale = 1, inView = 20, turn = 0, mirrored = false } = more;
  return {
    registration: {
      bayToPhoto: [scale, 0, 0, 0, scale, 0, 0, 0, 1],
      packStretch: 1,
      score: 0.3,
      supporters: Math.min(10, inView),
      packOffsets: [],
    },
    pose: { turn, mirrored, rollDeg: 0 },
    inView: places.slice(0, inView),
    support: Math.min(1, 10 / inView),
  };
}

test.each([
  ['MIRRORED', seen({ mirrored: true })],
  ['TURNED', seen({ turn: 90 })],
  // Packs of 80 mm are 8 pixels wide.
  ['TOO_FAR', seen({ scale: 0.1 })],
  // Seven of 40 places.
  ['TOO_CLOSE', seen({ inView: 7 })],
  ['NOT_RECOGNISED', seen()],
])('the reason is %s by the view that most places support', (problem, registration) => {
  expect(placementProblemOf(plan, packs, [registration])).toBe(problem);
});

test('a view that few places support is no reason', () => {
  const chance = seen({ mirrored: true });
  const few = { ...chance, registration: { ...chance.registration, supporters: 3 } };
  expect(placementProblemOf(plan, packs, [few, { ...chance, support: 0.3 }])).toBe('NOT_RECOGNISED');
});

test('without a view a photo of plain surfaces is COVERED', () => {
  expect(placementProblemOf(plan, wall, [])).toBe('COVERED');
  expect(placementProblemOf(plan, packs, [])).toBe('NOT_RECOGNISED');
});

test('a small bay amid plain surfaces is TOO_FAR; what is left of a covered one reaches an edge of the photo', () => {
  const stripesFrom = (left: number, right: number) =>
    image((x, y) => (x < left || x >= right || y < 48 || y >= 112 ? 60 : x % 8 < 4 ? 30 : 80));
  expect(placementProblemOf(plan, stripesFrom(48, 112), [])).toBe('TOO_FAR');
  expect(placementProblemOf(plan, stripesFrom(96, 160), [])).toBe('COVERED');
});
