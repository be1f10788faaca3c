import type { PlacementProblem } from '@gondola/db';
import type { Frame } from '../../../../images/frame.ts';
import { compose, scaling } from '../../../../math/homography.ts';
import { integralOf } from '../pixels/integral-image.ts';
import { type LabImage, toLab } from '../pixels/lab-image.ts';
import { shrinkFrame } from '../pixels/resample.ts';
import { heuristicSettings } from '../settings.ts';
import type { Plan } from '../templates/product-template.ts';
import { isPlausibleView } from './is-plausible-view.ts';
import { lacksColour } from './lacks-colour.ts';
import { placementProblemOf } from './placement-problem-of.ts';
import { printedPlaces } from './printed-places.ts';
import { type RatedRegistration, rateRegistration } from './rate-registration.ts';
import type { Registration } from './refine-registration.ts';
import { registerPosed } from './register-posed.ts';
import { registerUpright } from './register-upright.ts';
import { type PoseCandidate, sweepPose } from './sweep-pose.ts';
import type { Pose } from './turn-image.ts';

/** The plan's place in a photo, with what is wrong with the view; or why the plan has no place in it. */
export type Placement =
  | { registration: Registration; problem: 'TURNED' | null; isSwept: boolean }
  | { registration: null; problem: PlacementProblem };

const upright: Pose = { turn: 0, mirrored: false, rollDeg: 0 };
/**
 * From this share of supporting places on no other pose is tried. Right registrations of shelves that are kept as usual
 * reach 0.69 and more; wrong ones of cut and mirrored photos stay below 0.6.
 */
const sureSupport = 0.66;
const minSureSupporters = 8;
/** A small part of the bay has few places: nearly all of them must agree. */
const sureSmall = { support: 0.85, supporters: 6 };
/** Wrong upright registrations of mirrored photos and of other bays reach 0.3 by chance. */
const minUprightSupport = 0.35;
/**
 * A shelf that follows another plan supports the upright registration less, but nearly all its places show products of the
 * plan. From both shares on no other pose is tried. On eighteen such shelves both were at least 0.42 and 0.81; wrong upright
 * registrations of cut and mirrored photos stay below 0.35, or below 0.8.
 */
const knownShelf = { support: 0.4, recognised: 0.81 };
/** A registration found by the sweep has more freedom than the upright one, and needs more support. */
const minSweptSupport = 0.5;
const minSweptSupporters = 5;
/** A sure registration of a smaller share of the bay is compared with its mirror image. */
const minPlainView = 0.6;
const turns = [90, 180, 270] as const;
/** Rough rolls, degrees clockwise. Each covers 4 degrees to both sides. */
const rollsDeg = [-8, 8, -16, 16];
const turnedRollsDeg = [-8, 8];
/** Candidates of a group that are refined. */
const maxRefined = 3;
/** Photos without the bay reach 10, parts of it 9 and more: below this nothing is worth refining. */
const minSignificance = 6;

/**
 * Registers the plan to the photo; `bayToPhoto` is in pixels of `frame`. The usual view, upright and whole, is tried first.
 * Without a sure result, parts of the bay, rolls, the other quarter turns and the mirrored photo compete with it.
 *
 * @param recognisedShare returns the share of the visible places that plainly show any product of the plan
 */
export function register(
  plan: Plan,
  frame: Frame,
  usualViewOnly: boolean,
  recognisedShare: (registration: Registration) => number,
): Placement {
  const fine = shrinkFrame(frame, heuristicSettings.refineLongSidePx);
  const photo = toLab(fine);
  if (lacksColour(photo, plan)) return { registration: null, problem: 'NO_COLOUR' };
  const usual = registerUpright(plan, fine);
  const rated: RatedRegistration[] = usual === null ? [] : [rateRegistration(plan, photo, usual, upright)];
  const isSettled = (one: RatedRegistration): boolean =>
    isSure(one) ||
    (one.support >= knownShelf.support &&
      recognisedShare(inPixelsOf(frame, photo, one.registration)) >= knownShelf.recognised);
  if (!usualViewOnly && !rated.some(isSettled) && hasEnoughReferences(plan))
    addCompetitors(rated, plan, photo);
  return decide(plan, rated, photo, frame);
}

const inPixelsOf = (frame: Frame, photo: LabImage, registration: Registration): Registration => ({
  ...registration,
  bayToPhoto: compose(
    scaling(frame.width / photo.width, frame.height / photo.height),
    registration.bayToPhoto,
  ),
});

/** Poses that are swept together, the likeliest first; a sure result ends the search. */
const groups: readonly (readonly Pose[])[] = [
  [upright],
  turns.map((turn): Pose => ({ ...upright, turn })),
  rollsDeg.map((rollDeg): Pose => ({ ...upright, rollDeg })),
  turns.flatMap((turn) => turnedRollsDeg.map((rollDeg): Pose => ({ ...upright, turn, rollDeg }))),
  [0, ...turnedRollsDeg].map((rollDeg): Pose => ({ ...upright, mirrored: true, rollDeg })),
];

function addCompetitors(rated: RatedRegistration[], plan: Plan, photo: LabImage): void {
  for (const poses of groups)
    for (const rival of sweepAndRate(plan, photo, poses)) {
      rated.push(rival);
      if (!isSure(rival)) continue;
      // Few packs in a row may agree by chance when the photo is mirrored: many packs look the same both ways.
      if (rival.inView.length < minPlainView * plan.places.length)
        rated.push(...sweepAndRate(plan, photo, [{ ...rival.pose, mirrored: !rival.pose.mirrored }]));
      return;
    }
}

function* sweepAndRate(plan: Plan, photo: LabImage, poses: readonly Pose[]): Generator<RatedRegistration> {
  const candidates: PoseCandidate[] = poses
    .flatMap((pose) => sweepPose(plan, photo, pose, maxRefined))
    .filter(({ significance }) => significance >= minSignificance)
    .sort((a, b) => b.significance - a.significance)
    .slice(0, maxRefined);
  for (const one of candidates)
    yield rateRegistration(plan, photo, registerPosed(plan, photo, one), one.pose);
}

const isSure = ({ registration: { supporters }, support }: RatedRegistration): boolean =>
  (support >= sureSupport && supporters >= minSureSupporters) ||
  (support >= sureSmall.support && supporters >= sureSmall.supporters);

/** A small part of the bay that fits wholly is no stronger than a large part that fits mostly. */
const strengthOf = ({ registration, support }: RatedRegistration): number =>
  registration.supporters * support;

function decide(plan: Plan, rated: readonly RatedRegistration[], photo: LabImage, frame: Frame): Placement {
  const ranked = rated
    .filter(({ registration }) => isPlausibleView(registration.bayToPhoto, plan))
    .sort((a, b) => strengthOf(b) - strengthOf(a));
  const best = ranked[0];
  const isTrusted =
    best !== undefined &&
    (best.pose === upright
      ? isTrustedUpright(plan, photo, best)
      : isTrustedSwept(best.registration, best.support));
  if (!isTrusted) return { registration: null, problem: placementProblemOf(plan, photo, ranked) };
  if (best.pose.mirrored) return { registration: null, problem: 'MIRRORED' };
  const problem = best.pose.turn === 0 ? null : 'TURNED';
  return {
    registration: inPixelsOf(frame, photo, best.registration),
    problem,
    isSwept: best.pose !== upright,
  };
}

const isTrustedSwept = ({ supporters }: Registration, support: number): boolean =>
  support >= minSweptSupport && supporters >= minSweptSupporters;

/** A shelf that is mostly empty has few supporters in view: only its packs are asked. */
function isTrustedUpright(
  plan: Plan,
  photo: LabImage,
  { registration, support, inView }: RatedRegistration,
): boolean {
  if (support >= minUprightSupport) return true;
  const printed = printedPlaces(plan, inView, integralOf(photo), registration.bayToPhoto).length;
  return registration.supporters >= minUprightSupport * printed;
}

/** Rails alone locate the shelves, not the positions along them. */
const hasEnoughReferences = (plan: Plan): boolean =>
  plan.places.filter((p) => (plan.productTemplates[p.productIndex]?.images.length ?? 0) > 0).length >= 3;
