import {
  applyHomography,
  type CaptureTruth,
  captureTruth,
  createCamera,
  createRandom,
  type DemoBay,
  type Random,
  type StockedShelf,
  type Unit,
} from '@gondola/simulator';

/** One pack front in the photo. */
export interface ShownUnit {
  unit: Unit;
  /** Null for a product outside the planogram. */
  productId: string | null;
  /** [x, y, width, height], 0..1 of the photo, clipped to it. */
  box: [number, number, number, number];
}

export interface PhotographedShelf {
  shelf: StockedShelf;
  truth: CaptureTruth;
  units: ShownUnit[];
}

/** No model detects a front with a smaller visible share. */
const minShownShare = 0.5;
const widthPx = 1760;

/**
 * Computes the content of a photo of a stocked shelf by geometry alone, without drawing. Poses and framings vary like those
 * of rendered captures: rotated by a few degrees, and one in eight cuts off part of a side.
 */
export function photographShelf(bay: DemoBay, shelf: StockedShelf, seed: string | number): PhotographedShelf {
  const random = createRandom(`photograph/${bay.label}/${seed}`);
  const heightPx = Math.round(
    widthPx * (bay.planogram.heightMm / bay.planogram.widthMm > 1.12 ? 4 / 3 : 5 / 4),
  );
  const pose = {
    yawDegrees: random.normal() * 3.2,
    pitchDegrees: random.normal() * 2.2,
    rollDegrees: random.normal() * 1.1,
    distanceMm: random.between(1500, 2400),
  };
  const camera = createCamera(bay.planogram, pose, { widthPx, heightPx, ...framing(random) });
  const truth = captureTruth(shelf, camera, { width: widthPx, height: heightPx });
  const planned = new Set(bay.products.map(({ id }) => id));
  const units = shelf.units.flatMap((unit): ShownUnit[] => {
    const box = shownBox(unit, truth.planogramToPhoto);
    return box === null
      ? []
      : [{ unit, productId: planned.has(unit.product.id) ? unit.product.id : null, box }];
  });
  return { shelf, truth, units };
}

function framing(random: Random) {
  const cut = random.chance(0.12) ? random.between(-0.14, -0.05) : null;
  const left = random.chance(0.5);
  const free = () => random.between(0.012, 0.05);
  return {
    marginLeft: cut !== null && left ? cut : free(),
    marginRight: cut !== null && !left ? cut : free(),
    lift: random.between(0.3, 0.7),
  };
}

function shownBox({ product, xMm, baseMm }: Unit, toPhoto: readonly number[]): ShownUnit['box'] | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 1] = toPhoto;
  const corners = [xMm, xMm + product.widthMm].flatMap((x) =>
    [baseMm - product.heightMm, baseMm].map((y) => applyHomography([a, b, c, d, e, f, g, h, i], [x, y])),
  );
  const [x0, x1] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [y0, y1] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const [width, height] = [clip(x1) - clip(x0), clip(y1) - clip(y0)];
  if (width * height < minShownShare * (x1 - x0) * (y1 - y0)) return null;
  return [clip(x0), clip(y0), width, height];
}
