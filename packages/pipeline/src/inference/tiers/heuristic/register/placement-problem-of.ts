import type { PlacementProblem } from '@gondola/db';
import { project } from '../../../../math/homography.ts';
import type { LabImage } from '../pixels/lab-image.ts';
import type { Plan } from '../templates/product-template.ts';
import { isFarAway, plainBlocksOf, plainShare } from './plain-blocks.ts';
import type { RatedRegistration } from './rate-registration.ts';

/** Fewer supporters, or a lower share of the places in view, agree by chance and say nothing about the view. */
const minHint = { supporters: 4, support: 0.4 };
/** A view of fewer places than this share of the bay is too close. */
const minViewShare = 0.2;
/** Narrower packs (pixels of the refined photo) cannot be told apart. */
const minPackPx = 12;
/** A photo of a bay shows packs nearly everywhere. */
const maxPlainShare = 0.6;

/** Returns the likeliest reason why no registration of the photo is trusted. `ranked`: the registrations tried, best first. */
export function placementProblemOf(
  plan: Plan,
  photo: LabImage,
  ranked: readonly RatedRegistration[],
): PlacementProblem {
  const hint = ranked.find(
    ({ registration, support }) =>
      registration.supporters >= minHint.supporters && support >= minHint.support,
  );
  if (hint !== undefined) {
    if (hint.pose.mirrored) return 'MIRRORED';
    if (hint.pose.turn !== 0) return 'TURNED';
    if (packPx(plan, hint) < minPackPx) return 'TOO_FAR';
    if (hint.inView.length < minViewShare * plan.places.length) return 'TOO_CLOSE';
  }
  const blocks = plainBlocksOf(photo);
  if (plainShare(blocks) <= maxPlainShare) return 'NOT_RECOGNISED';
  return isFarAway(blocks) ? 'TOO_FAR' : 'COVERED';
}

/** Returns the median width of a planned pack in pixels. */
function packPx(plan: Plan, { registration }: RatedRegistration): number {
  const { widthMm, heightMm } = plan.planogram;
  const widths = plan.places.map(({ slot }) => slot.widthMm).sort((a, b) => a - b);
  const half = (widths[widths.length >> 1] ?? 0) / 2;
  const [x0, y0] = project(registration.bayToPhoto, widthMm / 2 - half, heightMm / 2);
  const [x1, y1] = project(registration.bayToPhoto, widthMm / 2 + half, heightMm / 2);
  return Math.hypot(x1 - x0, y1 - y0);
}
