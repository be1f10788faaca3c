import { type Homography, project } from '../../../../math/homography.ts';
import { boxSum, type IntegralImage } from '../pixels/integral-image.ts';
import type { LabImage } from '../pixels/lab-image.ts';
import type { Place, Plan } from '../templates/product-template.ts';
import type { ReferenceImage } from '../templates/reference-image.ts';

/** An empty place shows less than this share of the contrast of its product's reference. */
const minContrastShare = 0.5;

/** Returns the places that show print, whatever it is. Empty places say nothing about where the bay is. */
export function printedPlaces(
  plan: Plan,
  places: readonly Place[],
  photo: IntegralImage,
  bayToPhoto: Homography,
): Place[] {
  return places.filter((place) => {
    const expected = (plan.productTemplates[place.productIndex]?.images ?? []).map(contrastOfReference);
    return contrastAt(place, photo, bayToPhoto) >= minContrastShare * Math.min(...expected);
  });
}

function contrastAt({ slot }: Place, photo: IntegralImage, bayToPhoto: Homography): number {
  const corners = [0, 1].flatMap((u) =>
    [0, 1].map((v) => project(bayToPhoto, slot.xMm + u * slot.widthMm, slot.yMm + v * slot.heightMm)),
  );
  const side = (values: number[], limit: number): [number, number] => [
    Math.max(0, Math.min(limit - 1, Math.round(Math.min(...values)))),
    Math.max(1, Math.min(limit, Math.round(Math.max(...values)))),
  ];
  const [x0, x1] = side(
    corners.map(([x]) => x),
    photo.width,
  );
  const [y0, y1] = side(
    corners.map(([, y]) => y),
    photo.height,
  );
  const n = (x1 - x0) * (y1 - y0);
  if (n <= 0) return 0;
  const [l = 0, a = 0, b = 0, squares = 0] = [0, 1, 2, 3].map((c) => boxSum(photo, c, x0, y0, x1, y1) / n);
  return Math.sqrt(Math.max(0, squares - l * l - a * a - b * b));
}

const known = new WeakMap<ReferenceImage, number>();

function contrastOfReference(reference: ReferenceImage): number {
  const cached = known.get(reference);
  if (cached !== undefined) return cached;
  const contrast = deviationOf(reference.at(-1) ?? reference[0]);
  known.set(reference, contrast);
  return contrast;
}

function deviationOf({ data }: LabImage): number {
  const sums = [0, 0, 0];
  let squares = 0;
  for (const [i, value] of data.entries()) {
    sums[i % 3] = (sums[i % 3] ?? 0) + value;
    squares += value * value;
  }
  const n = Math.max(1, data.length / 3);
  return Math.sqrt(Math.max(0, squares / n - sums.reduce((sum, s) => sum + (s / n) ** 2, 0)));
}
