import type { LabImage } from '../pixels/lab-image.ts';
import type { Plan } from '../templates/product-template.ts';

/** Distance from grey (stretched Lab units) below which a pixel has no colour; JPEG leaves some in a grey photo. */
const maxGreyChroma = 5;
/** A photo of a real shelf has colour in far more of its pixels, even under warm light. */
const minColouredShare = 0.01;
/** References of packs without colour cannot show that the photo lacks it. */
const minColouredReferenceShare = 0.1;

/** Returns whether the photo is grey although the planned packs are not, as a night camera takes it. */
export function lacksColour(photo: LabImage, plan: Plan): boolean {
  if (colouredShare(photo) >= minColouredShare) return false;
  const planned = new Set(plan.places.map((p) => p.productIndex));
  const images = [...planned].flatMap((i) => plan.productTemplates[i]?.images ?? []);
  const coloured = images.filter(
    ([, half]) => half !== undefined && colouredShare(half) >= minColouredReferenceShare,
  );
  return coloured.length * 2 > images.length;
}

function colouredShare({ data }: LabImage): number {
  let coloured = 0;
  for (let i = 0; i < data.length; i += 3)
    if (Math.hypot(data[i + 1] ?? 0, data[i + 2] ?? 0) > maxGreyChroma) coloured++;
  return coloured / Math.max(1, data.length / 3);
}
