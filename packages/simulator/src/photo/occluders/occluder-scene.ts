import { packSvg } from '../../art/pack-svg.ts';
import { packshotSize } from '../../art/packshot.ts';
import type { Random } from '../../random.ts';
import type { DemoBay } from '../../world/demo-bay.ts';
import type { DemoProduct } from '../../world/demo-product.ts';
import { foreignProducts } from '../../world/foreign-products.ts';
import type { Camera } from '../camera.ts';
import type { OccluderScene, PackPicture } from './occluder.ts';

/** Packs in trolleys and on pallets: some of the bay's own products, as shoppers and clerks carry them, and others. */
const ownPacks = 6;
const foreignPacks = 4;

/** Returns where the bay lies in the picture, and the packs that things before it may hold. */
export function occluderSceneOf(
  bay: DemoBay,
  camera: Camera,
  size: { width: number; height: number },
  random: Random,
): OccluderScene {
  const { widthMm, heightMm } = bay.planogram;
  const [left, top] = camera.project([0, 0, 0]);
  const [right, bottom] = camera.project([widthMm, heightMm, 0]);
  const packs = [
    ...random.shuffled(bay.products).slice(0, ownPacks),
    ...random.shuffled(foreignProducts()).slice(0, foreignPacks),
  ];
  return {
    ...size,
    pxPerMm: (right - left) / widthMm,
    bay: { left, top, right, bottom },
    packs: packs.map(pictureOf),
  };
}

function pictureOf({ design, widthMm, heightMm }: DemoProduct): PackPicture {
  const { width, height } = packshotSize(design);
  const svg = packSvg(design, width, height);
  return { href: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, widthMm, heightMm };
}
