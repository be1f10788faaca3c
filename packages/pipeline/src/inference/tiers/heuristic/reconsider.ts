import type { Fit, Scene } from './find-figure.ts';
import { freeSpans } from './free-spans.ts';
import type { Candidature } from './identify.ts';
import { expectedFrom, recognisedFrom } from './judge-place.ts';
import { surfaceOf } from './occupancy.ts';
import { overlap, type Piece, scanStretch, stretchesOf, without } from './scan-shelf.ts';
import type { Sight } from './sight.ts';
import { withStraddling } from './straddling.ts';
import type { BoxMm } from './visibility.ts';
import { verify, type Yardstick } from './yardstick.ts';

/** A pack belongs to a slot when it covers this much of the slot, or lies in it by this much of itself. */
const coversSlot = 0.4;
const liesInSlot = 0.6;
/** Two places that claim packs overlapping by more than this have both seen the same pack. */
const samePack = 0.5;
/** A smaller free part of a slot does not show whether something stands there. */
const leastFree = 0.35;

/** A recognised pack with its place among the shelves. */
export interface StandingPack {
  shelfNumber: number;
  row: number;
  fit: Fit;
  candidatures: readonly Candidature[];
}

/**
 * Places at which nothing was recognised get a second look along their shelf, where packs of another width may
 * stand off the plan's pitch; so do spans for which nothing is planned. Gives all sights, those places' ones renewed, and packs that fill no place.
 */
export function reconsider(
  scene: Scene,
  sights: readonly Sight[],
  yardstick: Yardstick,
  bayWidthMm: number,
): { sights: Sight[]; beside: StandingPack[] } {
  const value = (c: Candidature): number => verify(scene.bay, yardstick, c);
  const owners = settleClaims(sights.filter((s) => isRecognised(s, value)));
  const open = sights.filter((s) => !owners.has(s));
  const standing = [...owners].flatMap(({ place, candidatures }) =>
    standingPack(place.slot.position.shelfNumber, place.slot.row, candidatures),
  );
  const found: StandingPack[] = [];
  const stretches = [...stretchesOf(open, standing), ...freeSpans(sights, bayWidthMm)];
  for (const stretch of stretches) {
    const packs = scanStretch(scene, stretch, (c) => value(c) >= recognisedFrom);
    for (const pack of packs.flatMap((p) => standingPack(stretch.shelfNumber, stretch.row, p)))
      if (!isSeenAlready(pack, [...standing, ...found])) found.push(pack);
  }
  standing.push(...found);

  const used = new Set<StandingPack>();
  const unnamed = new Set<Sight>();
  const result = sights.map((sight): Sight => {
    if (owners.has(sight)) return sight;
    const pack = packOf(sight, standing);
    if (pack !== null) {
      used.add(pack);
      return { ...sight, candidatures: pack.candidatures, foundBy: 'shelf' };
    }
    // What a neighbour's pack covers says nothing about this place.
    const left: Sight = {
      ...sight,
      candidatures: isTaken(sight, standing) ? [] : sight.candidatures,
      surface: surfaceOf(scene.bay, freePart(sight, standing)),
    };
    unnamed.add(left);
    return left;
  });
  return {
    sights: withStraddling(scene.bay, result, unnamed, yardstick),
    beside: found.filter((pack) => !used.has(pack)),
  };
}

function standingPack(
  shelfNumber: number,
  row: number,
  candidatures: readonly Candidature[],
): StandingPack[] {
  const fit = candidatures[0]?.fit;
  return fit === undefined ? [] : [{ shelfNumber, row, fit, candidatures }];
}

function isRecognised({ candidatures, place }: Sight, value: (c: Candidature) => number): boolean {
  const best = candidatures[0];
  return (
    best !== undefined && value(best) >= (best.fit.figure === place.figure ? expectedFrom : recognisedFrom)
  );
}

/** Of two places that saw the same pack the one it stands nearer to keeps it. */
function settleClaims(claims: readonly Sight[]): Set<Sight> {
  const offset = (s: Sight): number =>
    Math.abs((s.candidatures[0]?.fit.xMm ?? 0) - s.box.xMm - s.box.widthMm / 2) / s.box.widthMm;
  const kept = new Set<Sight>();
  for (const claim of [...claims].sort((a, b) => offset(a) - offset(b))) {
    const fit = claim.candidatures[0]?.fit;
    if (fit === undefined) continue;
    const { position, row } = claim.place.slot;
    const rival = [...kept].some(({ place, candidatures }) => {
      const other = candidatures[0]?.fit;
      return (
        other !== undefined &&
        place.slot.position.shelfNumber === position.shelfNumber &&
        (place.slot.row === row || Math.abs(other.yMm - fit.yMm) < 0.5 * fit.heightMm) &&
        overlap(fit, other) > samePack
      );
    });
    if (!rival) kept.add(claim);
  }
  return kept;
}

/** Two stretches may reach the same pack, and a planned pack may stand a little beyond its place. */
const isSeenAlready = (pack: StandingPack, packs: readonly StandingPack[]): boolean =>
  packs.some(
    (other) =>
      other.shelfNumber === pack.shelfNumber &&
      other.row === pack.row &&
      overlap(other.fit, pack.fit) > samePack,
  );

/** The pack that fills the place: one of its own row, or a tall one of the row below that reaches up into it. */
function packOf({ box, place }: Sight, packs: readonly StandingPack[]): StandingPack | null {
  let best: StandingPack | null = null;
  let most = 0;
  for (const pack of packs) {
    const { fit } = pack;
    if (pack.shelfNumber !== place.slot.position.shelfNumber || pack.row > place.slot.row) continue;
    const shared = sharedWidth(box, fit);
    if (shared < coversSlot * box.widthMm && shared < liesInSlot * fit.widthMm) continue;
    const high = sharedHeight(box, fit);
    if (high < samePack * Math.min(box.heightMm, fit.heightMm)) continue;
    if (pack.row < place.slot.row && high < samePack * box.heightMm) continue;
    if (shared * high > most) {
      most = shared * high;
      best = pack;
    }
  }
  return best;
}

/** A place whose best match is a pack that stands elsewhere must not name it again. */
function isTaken({ candidatures, place }: Sight, packs: readonly StandingPack[]): boolean {
  const fit = candidatures[0]?.fit;
  return (
    fit !== undefined &&
    packs.some(
      (pack) =>
        pack.shelfNumber === place.slot.position.shelfNumber &&
        Math.abs(pack.fit.yMm - fit.yMm) < 0.5 * fit.heightMm &&
        overlap(fit, pack.fit) > samePack,
    )
  );
}

/** The widest part of the slot that no recognised pack covers; the whole slot when little is left. */
function freePart({ box, place }: Sight, packs: readonly StandingPack[]): BoxMm {
  let pieces: Piece[] = [{ fromMm: box.xMm, toMm: box.xMm + box.widthMm }];
  let floorMm = box.yMm + box.heightMm;
  for (const { fit, row, shelfNumber } of packs) {
    if (shelfNumber !== place.slot.position.shelfNumber) continue;
    if (row === place.slot.row) pieces = pieces.flatMap((p) => without(p, fit));
    else if (row < place.slot.row && sharedWidth(box, fit) > samePack * box.widthMm)
      floorMm = Math.min(floorMm, fit.yMm - fit.heightMm);
  }
  const widest = pieces.reduce((a, b) => (b.toMm - b.fromMm > a.toMm - a.fromMm ? b : a), {
    fromMm: 0,
    toMm: 0,
  });
  const narrowed = widest.toMm - widest.fromMm >= leastFree * box.widthMm;
  const lowered = floorMm - box.yMm >= leastFree * box.heightMm;
  return {
    xMm: narrowed ? widest.fromMm : box.xMm,
    widthMm: narrowed ? widest.toMm - widest.fromMm : box.widthMm,
    yMm: box.yMm,
    heightMm: lowered ? floorMm - box.yMm : box.heightMm,
  };
}

function sharedWidth(box: BoxMm, fit: Fit): number {
  const from = Math.max(box.xMm, fit.xMm - fit.widthMm / 2);
  return Math.max(0, Math.min(box.xMm + box.widthMm, fit.xMm + fit.widthMm / 2) - from);
}

function sharedHeight(box: BoxMm, fit: Fit): number {
  const from = Math.max(box.yMm, fit.yMm - fit.heightMm);
  return Math.max(0, Math.min(box.yMm + box.heightMm, fit.yMm) - from);
}
