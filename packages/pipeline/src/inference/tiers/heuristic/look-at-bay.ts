import { type Homography, project } from '../../../geometry/homography.ts';
import type { Box, Candidate, Detection, Realogram } from '../../realogram.ts';
import type { TierInput } from '../../tier.ts';
import { type Plan, planOf } from './figure.ts';
import type { Fit } from './find-figure.ts';
import { type Candidature, rawLikeness } from './identify.ts';
import { type Judgement, judge } from './judge-place.ts';
import { reconsider } from './reconsider.ts';
import type { Sight } from './sight.ts';
import { survey } from './survey.ts';
import type { BoxMm } from './visibility.ts';
import { yardstickOf } from './yardstick.ts';

/** Total and deterministic: any frame and planogram give a realogram, the same ones the same realogram. */
export function lookAtBay(input: TierInput): Realogram {
  const plan = planOf(input.planogram, input.references);
  const seen = survey(plan, input.frame);
  if (seen === null) return { detections: [], planogramToPhoto: null, truncated: false };
  const { bayToPhoto, scene } = seen;
  const yardstick = yardstickOf(scene.bay, seen.sights);
  const { sights, beside } = reconsider(scene, seen.sights, yardstick, plan.planogram.widthMm);
  const placed = sights.map((sight) =>
    detectionOf(sight, plan, judge(sight, plan.figures, scene.bay, yardstick), bayToPhoto),
  );
  const extra = beside.flatMap((pack) => extraOf(pack.candidatures, plan, bayToPhoto));
  return { detections: [...placed, ...extra], planogramToPhoto: [...bayToPhoto], truncated: false };
}

/** A pack that stands between the planned places. */
function extraOf(pack: readonly Candidature[], plan: Plan, bayToPhoto: Homography): Detection[] {
  const best = pack[0];
  if (best === undefined) return [];
  return [
    {
      kind: 'product',
      box: boxInPhoto(boxOf(best.fit), bayToPhoto),
      productId: plan.figures[best.fit.figure]?.productId ?? null,
      confidence: Math.max(0, Math.min(1, rawLikeness(best))),
      candidates: candidatesOf(pack, plan),
      slot: null,
      identified: true,
    },
  ];
}

function candidatesOf(candidatures: readonly Candidature[], plan: Plan): Candidate[] {
  return candidatures.slice(0, 5).flatMap(({ fit, likeness }) => {
    const productId = plan.figures[fit.figure]?.productId;
    return productId === undefined ? [] : [{ productId, score: Math.max(0, Math.min(1, likeness)) }];
  });
}

function detectionOf(
  { place, box, candidatures }: Sight,
  plan: Plan,
  judgement: Judgement,
  bayToPhoto: Homography,
): Detection {
  const { position, column, row } = place.slot;
  const found = judgement.kind === 'product' ? judgement.fit : null;
  return {
    kind: judgement.kind,
    box: boxInPhoto(found === null ? box : boxOf(found), bayToPhoto),
    productId: judgement.productId,
    confidence: judgement.confidence,
    candidates: candidatesOf(candidatures, plan),
    slot: { positionId: position.id, column, row },
    identified: judgement.identified,
    sight: judgement.sight,
  };
}

const boxOf = (fit: Fit): BoxMm => ({
  xMm: fit.xMm - fit.widthMm / 2,
  yMm: fit.yMm - fit.heightMm,
  widthMm: fit.widthMm,
  heightMm: fit.heightMm,
});

/** The upright box around the projected corners, cut at the photo's edge. */
function boxInPhoto(box: BoxMm, bayToPhoto: Homography): Box {
  const corners = [0, 1].flatMap((u) =>
    [0, 1].map((v) => project(bayToPhoto, box.xMm + u * box.widthMm, box.yMm + v * box.heightMm)),
  );
  const xs = corners.map(([x]) => Math.max(0, Math.min(1, x)));
  const ys = corners.map(([, y]) => Math.max(0, Math.min(1, y)));
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return [x, y, Math.max(...xs) - x, Math.max(...ys) - y];
}
