import { expect, test } from 'vitest';
import type { Detection } from '../../inference/realogram.ts';
import { assess } from '../assess.ts';
import { cameraOf, look, moved, smallBay } from '../small-bay.ts';

const bay = smallBay('A B C D', 'E2 F G H', 'I J K3 L');

/** The shelf with the facings of these positions painted anew: product by product from the left of the first of them. */
function stocked(positions: Record<string, string>) {
  const mapped = look(bay, (facing, { position, column }) => {
    const row = positions[position.id];
    const productId = row?.[column];
    return row === undefined ? facing : productId === undefined ? null : { ...facing, productId };
  });
  return { ...mapped, planogramToPhoto: cameraOf(bay) };
}

const verdictsOf = (realogram: Parameters<typeof assess>[1]) =>
  Object.fromEntries(
    assess(bay, realogram)
      .findings.filter(({ verdict }) => verdict !== 'MATCH')
      .map((f) => [f.positionId ?? f.seenProductId, f.verdict]),
  );

test('neighbours of different facings that changed places are both misplaced, though one still reaches into its own place', () => {
  // Planned K K K L; there stand L K K K.
  const realogram = stocked({ '1.3': 'LKK', '1.4': 'K' });
  expect(verdictsOf(realogram)).toEqual({ '1.3': 'MISPLACED', '1.4': 'MISPLACED' });
  const wide = assess(bay, realogram).findings.find((f) => f.positionId === '1.3');
  expect(wide).toMatchObject({ facingsSeen: 3, evidence: { foundAtPositionId: '1.4' } });
  expect(wide?.credit).toBeCloseTo(0.8, 9);
  expect(wide?.reason).toBe('Product K and Product L changed places on shelf 1.');
});

test('a narrow neighbour that slipped in front between two slots is found too', () => {
  const realogram = stocked({ '2.1': 'EE', '2.2': 'E' });
  const before = look(bay, (facing, { position, column }) =>
    position.id === '2.1' && column === 0 ? { ...moved(facing, bay, -30), productId: 'F' } : null,
  );
  const detections: Detection[] = [...realogram.detections, ...before.detections];
  expect(verdictsOf({ ...realogram, detections })).toEqual({ '2.1': 'MISPLACED', '2.2': 'MISPLACED' });
});

test('a block that spreads into its neighbour has not changed places with it', () => {
  expect(verdictsOf(stocked({ '1.3': 'KKL' }))).toEqual({ '1.3': 'FACINGS_SHORT' });
  expect(verdictsOf(stocked({ '1.3': 'JKK' }))).toEqual({ '1.3': 'FACINGS_SHORT' });
});
