import { createRandom, type Random } from '../random.ts';
import type { DeviationRates } from '../shelf/deviation.ts';
import { type StockedShelf, stockShelf } from '../shelf/stock-shelf.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import { createCamera, type Framing, type Pose } from './camera.ts';
import { type CaptureTruth, captureTruth } from './capture-truth.ts';
import { develop, type Exposure } from './develop.ts';
import { drawScene } from './draw-scene.ts';
import { furnitureOf } from './furniture.ts';
import { drawOccluder } from './occluders/draw-occluder.ts';
import type { OccluderKind } from './occluders/occluder.ts';
import { occluderSceneOf } from './occluders/occluder-scene.ts';
import { type ExifOrientation, storePhoto } from './store-photo.ts';

export interface CaptureOptions {
  /** Deviation rates of the shelf; ordinary rates by default. */
  rates?: DeviationRates;
  /** Oriented size; by default 1600 to 1920 pixels wide, upright 4:5 or 3:4, drawn from the seed. */
  size?: { width: number; height: number };
  orientation?: ExifOrientation;
  /** False leaves the tag at upright although the pixels are rotated. */
  orientationTagged?: boolean;
  /** Fixed values in place of those drawn from the seed. */
  pose?: Partial<Pose>;
  framing?: Partial<Pick<Framing, 'marginLeft' | 'marginRight' | 'lift'>>;
  exposure?: Partial<Exposure>;
  quality?: number;
  takenAt?: Date;
  /** Chooses the store's furniture; the bay's label by default. */
  fixture?: string;
  /** Something between the camera and the shelf; nothing by default. */
  occluder?: OccluderKind;
}

export interface RenderedCapture {
  jpeg: Uint8Array;
  /** Size of the stored pixels; the oriented photo may be rotated relative to them. */
  widthPx: number;
  heightPx: number;
  orientation: ExifOrientation;
  takenAt: Date;
  shelf: StockedShelf;
  truth: CaptureTruth;
}

const widthsPx = [1600, 1760, 1920] as const;

/** Draws a size: 4:5 for a squat bay, 3:4 for a tall one. */
function sizeFrom(random: Random, { planogram }: DemoBay): { width: number; height: number } {
  const width = random.pick(widthsPx);
  return {
    width,
    height: Math.round(planogram.heightMm / planogram.widthMm > 1.12 ? (width * 4) / 3 : (width * 5) / 4),
  };
}

/** Stocks a bay and photographs it. The same bay, seed and options give the same bytes. */
export async function renderCapture(
  bay: DemoBay,
  seed: string | number,
  options: CaptureOptions = {},
): Promise<RenderedCapture> {
  const random = createRandom(`capture/${bay.label}/${seed}`);
  const size = options.size ?? sizeFrom(random.fork('size'), bay);
  const shelf = stockShelf(bay, `${bay.label}/${seed}`, options.rates);
  const pose = { ...poseFrom(random.fork('pose')), ...options.pose };
  const framing = { ...framingFrom(random.fork('framing')), ...options.framing };
  const exposure = { ...exposureFrom(random.fork('exposure')), ...options.exposure };
  const drawn = random.fork('file');
  const orientation = options.orientation ?? drawn.pick<ExifOrientation>([1, 1, 1, 6, 6, 6, 8, 3]);
  const quality = options.quality ?? drawn.whole(82, 93);
  const takenAt = options.takenAt ?? new Date(Date.UTC(2026, 10, 23, 6, 0) + drawn.whole(0, 43_200) * 1000);

  const camera = createCamera(bay.planogram, pose, {
    widthPx: size.width,
    heightPx: size.height,
    ...framing,
  });
  const canvas = await drawScene(
    shelf,
    camera,
    size,
    furnitureOf(options.fixture ?? bay.label),
    String(seed),
  );
  const opacity = options.occluder
    ? await drawOccluder(
        canvas,
        options.occluder,
        occluderSceneOf(bay, camera, size, random.fork('packs before')),
        random.fork(`occluder/${options.occluder}`),
      )
    : null;
  const rgb = await develop(canvas, exposure, String(seed));
  const stored = await storePhoto(rgb, size, {
    orientation,
    tagged: options.orientationTagged ?? true,
    quality,
    takenAt,
  });
  return { ...stored, orientation, takenAt, shelf, truth: captureTruth(shelf, camera, size, opacity) };
}

const poseFrom = (random: Random): Pose => ({
  yawDegrees: random.normal() * 3.2,
  pitchDegrees: random.normal() * 2.2,
  rollDegrees: random.normal() * 1.1,
  distanceMm: random.between(1500, 2400),
});

/** Draws margins: free in most photos, but one photo in eight cuts off part of a side. */
function framingFrom(random: Random): Pick<Framing, 'marginLeft' | 'marginRight' | 'lift'> {
  const cut = random.chance(0.12) ? random.between(-0.14, -0.05) : null;
  const left = random.chance(0.5);
  const free = () => random.between(0.012, 0.05);
  return {
    marginLeft: cut !== null && left ? cut : free(),
    marginRight: cut !== null && !left ? cut : free(),
    lift: random.between(0.3, 0.7),
  };
}

function exposureFrom(random: Random): Exposure {
  const warmth = random.normal() * 0.035;
  return {
    blurPx: random.between(0.4, 0.65),
    gain: random.between(0.95, 1.18),
    fall: random.between(0.78, 1),
    lamp: { x: random.between(0.2, 0.8), y: random.between(-0.1, 0.4), strength: random.between(0.03, 0.22) },
    cast: [1 + warmth, 1 + random.normal() * 0.012, 1 - warmth],
    vignette: random.between(0.05, 0.25),
    noise: random.between(0.8, 2.2),
    contrast: random.between(1, 1.18),
  };
}
