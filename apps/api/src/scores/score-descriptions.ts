import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const scoreDescriptions = {
  Score:
    'How far a capture complies with a planogram version, by one formula. Scores are never changed. All rates are 0..1.',
  'Score.planogramVersion': 'The planogram version that the detections were compared with.',
  'Score.formulaVersion':
    'The number of the scoring formula. Scores of different formulas are not comparable.',
  'Score.tier': 'The tier that gave the detections: 1 cloud, 2 edge, 3 heuristic.',
  'Score.modelId': 'The detection model that the provider reports.',
  'Score.configHash': 'The SHA-256 of the tier’s configuration, as hex digits.',
  'Score.createdAt': 'When the score was computed.',
  'Score.batch': 'The batch that made the score; null when no batch made it.',
  'Score.unscoredReason': 'A sentence that says why there is no score; null when there is one.',
  'Score.coverage':
    'The share of the planogram that could be assessed, 0..1. Positions count by their horizontal facings.',
  'Score.onShelfAvailability':
    'The share of assessed positions whose product is anywhere in the bay, 0..1; null when none was assessed.',
  'Score.rightShelfRate':
    'The share of assessed positions whose product is on its planned shelf, 0..1; null when none was assessed.',
  'Score.rightPlaceRate':
    'The share of assessed positions whose product is in its planned place, 0..1; null when none was assessed.',
  'Score.facingsAccuracy':
    'The mean agreement of seen and planned facings, 0..1: the smaller count divided by the larger one. Null when none was assessed.',
  'Score.strictRate':
    'The share of assessed facings that are exactly as planned, 0..1; null when no facing was assessed.',
  'Score.qualityFlags':
    'The quality flaws of a photo that was scored in spite of them; empty for a good photo.',
  'Score.placementProblem':
    'What is wrong with the photo’s view of the bay; null when nothing is. A turned photo may be scored all the same.',
  'Score.likelyBay': 'With OTHER_BAY: the bay of the store that the photo most likely shows; null otherwise.',
  PlacementProblem: 'What is wrong with a photo’s view of its bay.',
  'PlacementProblem.TURNED': 'The photo is turned by a quarter or a half.',
  'PlacementProblem.MIRRORED': 'Left and right are exchanged.',
  'PlacementProblem.NO_COLOUR': 'The photo is grey, although the planned products are not.',
  'PlacementProblem.OTHER_BAY': 'The photo shows another bay of the store.',
  'PlacementProblem.TOO_CLOSE': 'The photo shows too small a part of the bay.',
  'PlacementProblem.TOO_FAR': 'The bay is too small in the photo.',
  'PlacementProblem.COVERED': 'Too much of the bay is covered.',
  'PlacementProblem.NOT_RECOGNISED': 'The planogram was not recognised, for none of the other reasons.',
  'Score.verdictCounts': 'How often each verdict occurs. Verdicts that do not occur are left out.',
  'Score.azureMatch(spelling)': 'The field names to use: Azure documents two versions of this answer.',
  'AzureMatchSpelling.GUIDE': 'The field names of Azure’s how-to guide.',
  'AzureMatchSpelling.REFERENCE': 'The field names of Azure’s API reference.',
  ScoreOrigin: 'The process that computed a score.',
  'ScoreOrigin.PIPELINE': 'The pipeline, when the capture went through it.',
  'ScoreOrigin.RESCORE': 'A batch, from the detections that existed.',
  'ScoreOrigin.REINFER': 'A batch, from new detections in the same photo.',
  'ScoreOrigin.OVERRULE': 'A person, by overruling a verdict or by taking an overrule back.',

  Verdict:
    'The finding for a planned position, or for a product that is not planned. Four verdicts are not assessable and do not count in the score.',
  'Verdict.MATCH': 'Every facing that could be assessed holds the planned product.',
  'Verdict.FACINGS_SHORT': 'The planned product is in its place, with fewer facings than planned.',
  'Verdict.FACINGS_OVER': 'The planned product is in its place, with more facings than planned.',
  'Verdict.MISPLACED': 'The planned product is not in its place, but elsewhere in the bay.',
  'Verdict.WRONG_PRODUCT':
    'Another product of the catalogue is in the place, and the planned one is nowhere in the bay.',
  'Verdict.UNKNOWN_PRODUCT': 'Something that is no product of the planogram’s catalogue is in the place.',
  'Verdict.MISSING': 'The place is empty, and the planned product is nowhere in the bay.',
  'Verdict.OCCUPIED': 'Something is in the place, but it was not identified. Not assessable.',
  'Verdict.NOT_VISIBLE': 'About half of the place or more is outside the photo. Not assessable.',
  'Verdict.NOT_ASSESSED':
    'The place was not analysed, something stands before it, or the photo does not fit the planogram. Not assessable.',
  'Verdict.WAIVED': 'A waiver excuses the store from this position. Not assessable.',
  'Verdict.EXTRA':
    'A product is in the bay where nothing is planned. EXTRA findings do not change the score.',
  VerdictCount: 'How often one verdict occurs in a score.',
  'VerdictCount.verdict': 'The counted verdict.',
  'VerdictCount.count': 'The number of findings with this verdict.',

  PositionVerdict: 'The finding for one planned position or, for EXTRA, for one product that is not planned.',
  'PositionVerdict.positionId': 'The position’s name in the planogram version; null for EXTRA.',
  'PositionVerdict.verdict': 'The result after overrules and waivers.',
  'PositionVerdict.expected': 'The planned product; null for EXTRA.',
  'PositionVerdict.seen':
    'The product that was found; null when the place is empty, or when the product is not identified.',
  'PositionVerdict.facingsPlanned': 'Horizontal times vertical facings of the position; 0 for EXTRA.',
  'PositionVerdict.facingsSeen':
    'How many facings of the planned product were found; null when not assessed.',
  'PositionVerdict.confidence':
    'How certain the finding is, 0..1. It is 1 after an overrule, and 0 for NOT_ASSESSED.',
  'PositionVerdict.credit':
    'What the position contributes to the score before weighting, 0..1; null when not assessable.',
  'PositionVerdict.facingBoxes':
    'The boxes of the single facings that were counted, each [x, y, width, height], 0..1 of the oriented photo.',
  'PositionVerdict.candidates': 'The products that were compared with the detection, best first.',
  'PositionVerdict.foundAtPositionId':
    'For MISPLACED: the position whose place the product occupies; null when nothing is planned there.',
  'PositionVerdict.reason': 'A sentence for people that explains the verdict.',
  Candidate: 'A product that a detection was compared with.',
  'Candidate.product': 'The compared product.',

  'FacingEvidence.found': 'What was found in the place of this facing.',
  'FacingEvidence.seen': 'The identified product; null when none was identified.',
  'FacingEvidence.sight': 'Measurements of the heuristic tier; null when another tier gave the detections.',
  FacingFound: 'What was found in the place of one planned facing.',
  'FacingFound.PLANNED_PRODUCT': 'The planned product.',
  'FacingFound.OTHER_PRODUCT': 'Another product of the catalogue.',
  'FacingFound.UNKNOWN_PRODUCT': 'Something that is no product of the planogram’s catalogue.',
  'FacingFound.NOT_IDENTIFIED': 'Something that could not be identified.',
  'FacingFound.EMPTY': 'An empty place.',
  'FacingFound.COVERED': 'Something stands before the place, so it is not known what it holds.',
  'FacingFound.NOT_LOOKED_AT': 'Nothing is known: no detection and no gap was reported here.',
  'FacingFound.NOT_VISIBLE': 'The place is outside the photo.',
  'PlaceSight.brightness':
    'The brightness of the place, as a share of that of recognised packs; 1 is typical.',
  'PlaceSight.foundBy': 'How the product was found; null when none was recognised.',
  'SightFoundBy.place': 'In the place where it is planned.',
  'SightFoundBy.shelf': 'By a search along the shelf, off the planned places.',
  'ShelfTag.text': 'The text of the bar code.',
  'ShelfTag.box': 'The box [x, y, width, height], 0..1 of the oriented photo; null when unknown.',
  'ShelfTag.product': 'The product with this code; null when no product of the planogram has it.',
  'ShelfTag.positionId': 'The position that the tag belongs to; null when none could be assigned.',

  'ScoreComparison.coverage': 'The difference in coverage, -1..1.',
  'ScoreComparison.byComponent':
    'The parts of the difference in score; null when one of the two has no score.',
  'ScoreComparison.same': 'The number of positions with the same finding in both scores.',
  'ScoreComparison.changed': 'The number of positions whose finding differs.',
  'ScoreComparison.onlyBefore': 'The number of positions that only the earlier score has.',
  'ScoreComparison.onlyAfter': 'The number of positions that only the later score has.',
  'ScoreComparison.extrasBefore': 'The number of EXTRA findings in the earlier score.',
  'ScoreComparison.extrasAfter': 'The number of EXTRA findings in the later score.',
  'ScoreComparison.positions':
    'The positions side by side, in the order of the later score. Positions of the earlier one alone follow at the end.',
  'ScoreComparison.positions(changedOnly)': 'False includes the positions whose finding is the same.',
  'ScoreDifferenceByComponent.identity': 'The part from products that are in the bay, weight 0.5.',
  'ScoreDifferenceByComponent.shelf': 'The part from products on their shelf, weight 0.2.',
  'ScoreDifferenceByComponent.order': 'The part from products in their place on the shelf, weight 0.2.',
  'ScoreDifferenceByComponent.facings': 'The part from the number of facings, weight 0.1.',
  VerdictMove: 'Positions of both scores that changed from one verdict to another.',
  'VerdictMove.from': 'The verdict in the earlier score.',
  'VerdictMove.to': 'The verdict in the later score.',
  'VerdictMove.count': 'The number of positions.',
  PositionDifference: 'One planned position in both scores.',
  'PositionDifference.kind': 'Whether the finding changed, or only one score has the position.',
  'PositionDifference.expected': 'The planned product.',
  'PositionDifference.before': 'The finding in the earlier score; null for ONLY_AFTER.',
  'PositionDifference.after': 'The finding in the later score; null for ONLY_BEFORE.',
  PositionDifferenceKind: 'How a position compares between two scores.',
  'PositionDifferenceKind.SAME': 'Verdict, product, facings and position are the same.',
  'PositionDifferenceKind.CHANGED': 'Verdict, product, facings or position differ.',
  'PositionDifferenceKind.ONLY_BEFORE': 'Only the earlier score has the position.',
  'PositionDifferenceKind.ONLY_AFTER': 'Only the later score has the position.',
  PositionDifferenceSide: 'The finding for a position in one of the two scores.',
  'PositionDifferenceSide.positionId': 'The position’s name in the planogram version of this score.',
  'PositionDifferenceSide.verdict': 'The verdict in this score.',
  'PositionDifferenceSide.seen': 'The product that was found; null when none was identified.',
  'PositionDifferenceSide.facingsSeen':
    'How many facings of the planned product were found; null when not assessed.',
  'PositionDifferenceSide.credit':
    'The contribution to the score before weighting, 0..1; null when not assessable.',

  'VerdictOverrule.verdict': 'The verdict of the person; null when an earlier overrule was taken back.',
  'VerdictOverrule.seen':
    'The product that the person saw; null for none, or for no product of the catalogue.',
  'VerdictOverrule.reason': 'Why the person overruled the finding.',
  'VerdictOverrule.author': 'The e-mail address of the person.',
  'VerdictOverrule.createdAt': 'When the person overruled the finding.',
  'VerdictOverruleInput.captureId': 'The capture, which has to be SCORED.',
  'VerdictOverruleInput.reason': 'Why the finding is overruled, at most 2000 characters.',
  'VerdictOverrulePayload.capture': 'The capture as it is now; null when there is none of this id.',

  'Waiver.bay': 'The only bay that the waiver holds for.',
  'Waiver.positionId': 'The position’s name in the planogram versions.',
  'Waiver.product': 'The planned product. The waiver does not hold where the position plans another one.',
  'Waiver.reason': 'Why the store is excused.',
  'Waiver.author': 'The e-mail address of the person who granted the waiver.',
  'Waiver.createdAt': 'When the waiver was granted.',
  'Waiver.expiresAt': 'Captures taken at this instant or later are assessed in full again.',
  'Waiver.revokedAt': 'When the waiver was revoked; null while it was not.',
  'Waiver.revokedBy':
    'The e-mail address of the person who revoked the waiver; null while it was not revoked.',
  'WaiverCreateInput.bayId': 'The bay that cannot follow the position.',
  'WaiverCreateInput.positionId': 'The position’s name in the planogram version.',
  'WaiverCreateInput.reason': 'Why the store is excused, at most 2000 characters.',
  'WaiverPayload.waiver': 'The waiver as it is now; null when nothing was changed.',
  'Query.waivers(bayId)': 'Only waivers of this bay.',
  'Query.waivers(storeCode)': 'Only waivers of bays in this store.',
} satisfies Descriptions;
