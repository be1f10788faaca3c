import { type Homography, project } from '../../../math/homography.ts';
import type { Box, Candidate, Detection, Realogram } from '../../../realogram.ts';
import type { TierInput } from '../../tier.ts';
import { classifyPlace, type PlaceClassification } from './classify/classify-place.ts';
import type { FacingObservation } from './classify/facing-observation.ts';
import { photoBaselineOf } from './classify/photo-baseline.ts';
import type { Fit } from './match/find-template.ts';
import { type Match, rawLikeness } from './match/identify.ts';
import { observeFacings } from './observe-facings.ts';
import type { BoxMm } from './rectify/visibility.ts';
import { secondPass } from './second-pass/second-pass.ts';
import { type Plan, planOf } from './templates/product-template.ts';

/** Detects every visible facing of the bay. Total and deterministic: the same frame and planogram give the same realogram. */
export function detectBay(input: TierInput): Realogram {
  const plan = planOf(input.planogram, input.references);
  const seen = observeFacings(plan, input.frame, input.usualViewOnly ?? false);
  if (!('scene' in seen))
    return { detections: [], planogramToPhoto: null, truncated: false, placementProblem: seen.problem };
  const { bayToPhoto, scene, problem } = seen;
  const baseline = photoBaselineOf(scene.bay, seen.observations);
  const { observations, betweenPlaces } = secondPass(
    scene,
    seen.observations,
    baseline,
    plan.planogram.widthMm,
  );
  const placed = observations.map((observation) =>
    detectionOf(
      observation,
      plan,
      classifyPlace(observation, plan.productTemplates, scene.bay, baseline),
      bayToPhoto,
    ),
  );
  if (seen.isSwept && plannedShare(placed, plan) < minPlannedShare)
    return { detections: [], planogramToPhoto: null, truncated: false, placementProblem: 'NOT_RECOGNISED' };
  const extra = betweenPlaces.flatMap((pack) => extraOf(pack.matches, plan, bayToPhoto));
  const detections = [...placed, ...extra];
  const found = { detections, planogramToPhoto: [...bayToPhoto], truncated: false };
  return problem === null ? found : { ...found, placementProblem: problem };
}

/** A searched registration that shows other products than planned in most places is a coincidence. */
const minPlannedShare = 0.5;

/** Returns the share of the occupied places that hold their planned product. */
function plannedShare(detections: readonly Detection[], { places }: Plan): number {
  const plannedAt = new Map(places.map(({ slot: { position } }) => [position.id, position.productId]));
  const occupied = detections.filter(({ kind }) => kind === 'product');
  const planned = occupied.filter(
    ({ slot, productId }) => productId !== null && plannedAt.get(slot?.positionId ?? '') === productId,
  );
  return planned.length / Math.max(1, occupied.length);
}

/** Returns the detection of a pack that stands between the planned places. */
function extraOf(pack: readonly Match[], plan: Plan, bayToPhoto: Homography): Detection[] {
  const best = pack[0];
  if (best === undefined) return [];
  return [
    {
      kind: 'product',
      box: boxInPhoto(boxOf(best.fit), bayToPhoto),
      productId: plan.productTemplates[best.fit.productIndex]?.productId ?? null,
      confidence: Math.max(0, Math.min(1, rawLikeness(best))),
      candidates: candidatesOf(pack, plan),
      slot: null,
      identified: true,
    },
  ];
}

function candidatesOf(matches: readonly Match[], plan: Plan): Candidate[] {
  return matches.slice(0, 5).flatMap(({ fit, likeness }) => {
    const productId = plan.productTemplates[fit.productIndex]?.productId;
    return productId === undefined ? [] : [{ productId, score: Math.max(0, Math.min(1, likeness)) }];
  });
}

function detectionOf(
  { place, box, matches }: FacingObservation,
  plan: Plan,
  classification: PlaceClassification,
  bayToPhoto: Homography,
): Detection {
  const { position, column, row } = place.slot;
  const found = classification.kind === 'product' ? classification.fit : null;
  return {
    kind: classification.kind,
    box: boxInPhoto(found === null ? box : boxOf(found), bayToPhoto),
    productId: classification.productId,
    confidence: classification.confidence,
    candidates: candidatesOf(matches, plan),
    slot: { positionId: position.id, column, row },
    identified: classification.identified,
    sight: classification.evidence,
  };
}

const boxOf = (fit: Fit): BoxMm => ({
  xMm: fit.xMm - fit.widthMm / 2,
  yMm: fit.yMm - fit.heightMm,
  widthMm: fit.widthMm,
  heightMm: fit.heightMm,
});

/** Returns the upright box around the projected corners, clipped to the photo. */
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
