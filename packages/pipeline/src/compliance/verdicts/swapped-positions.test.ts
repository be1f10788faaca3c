import { expect, test } from 'vitest';
import type { Detection } from '../../realogram.ts';
import { assess } from '../assess.ts';
import { cameraOf, moved, realogramOf, smallBay } from '../small-bay.testing.ts';

const bay = smallBay('A B C D', 'E2 F G H', 'I J K3 L');

/** Replaces the products at these positions' facings, from the left of the first position. */
function stocked(positions: Record<string, string>) {
  const mapped = realogramOf(bay, (facing, { position, column }) => {
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

test('swapped neighbours of different facings are both misplaced, though one still reaches into its own place', () => {
  // Planned: K K K L. On the shelf: L K K K.
  const realogram = stocked({ '1.3': 'LKK', '1.4': 'K' });
  expect(verdictsOf(realogram)).toEqual({ '1.3': 'MISPLACED', '1.4': 'MISPLACED' });
  const wide = assess(bay, realogram).findings.find((f) => f.positionId === '1.3');
  expect(wide).toMatchObject({ facingsSeen: 3, evidence: { foundAtPositionId: '1.4' } });
  expect(wide?.credit).toBeCloseTo(0.8, 9);
  expect(wide?.reason).toBe('Product K and Product L swapped places on shelf 1.');
});

test('a narrow neighbour that slipped between two slots is detected as swapped too', () => {
  const realogram = stocked({ '2.1': 'EE', '2.2': 'E' });
  const before = realogramOf(bay, (facing, { position, column }) =>
    position.id === '2.1' && column === 0 ? { ...moved(facing, bay, -30), productId: 'F' } : null,
  );
  const detections: Detection[] = [...realogram.detections, ...before.detections];
  expect(verdictsOf({ ...realogram, detections })).toEqual({ '2.1': 'MISPLACED', '2.2': 'MISPLACED' });
});

test('a block that spreads into its neighbour is not swapped with it', () => {
  expect(verdictsOf(stocked({ '1.3': 'KKL' }))).toEqual({ '1.3': 'FACINGS_SHORT' });
  expect(verdictsOf(stocked({ '1.3': 'JKK' }))).toEqual({ '1.3': 'FACINGS_SHORT' });
});
