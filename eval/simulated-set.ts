import { assess } from '@gondola/pipeline/compliance';
import {
  createHeuristicTier,
  decodePhoto,
  decodeReferenceImage,
  type Frame,
  maxInferenceLongSidePx,
  toInferenceFrame,
} from '@gondola/pipeline/vision';
import { type DemoBay, demoWorld, ordinaryRates, renderCapture, renderPackshot } from '@gondola/simulator';
import { Confusion } from './confusion.ts';

/** Accuracy over rendered captures whose truth the simulator planned. */
export interface SimulatedReport {
  captures: number;
  positions: number;
  right: number;
  perVerdict: ReturnType<Confusion['perVerdict']>;
  mistakes: ReturnType<Confusion['mistakes']>;
  /** Mean of |score - true score| over captures that have both. */
  meanScoreError: number | null;
  /** Captures that could not be placed at all. */
  unplaced: number;
  msPerPhoto: number;
}

/** Renders captures of every demo bay in turn under ordinary photo conditions and judges each position. */
export async function evaluateSimulated(
  captures: number,
  progress: (done: number) => void,
): Promise<SimulatedReport> {
  const bays = [...demoWorld().versions.values()];
  const references = new Map<DemoBay, Map<string, Frame[]>>();
  const tier = createHeuristicTier();
  const confusion = new Confusion();
  const errors: number[] = [];
  let unplaced = 0;
  let ms = 0;
  for (let i = 0; i < captures; i++) {
    const bay = bays[i % bays.length];
    if (!bay) throw new Error('no demo bay');
    const known = references.get(bay) ?? (await packshotsOf(bay));
    references.set(bay, known);
    const { jpeg, truth } = await renderCapture(bay, 1000 + i, { rates: ordinaryRates });
    const started = performance.now();
    const { frame } = await decodePhoto(jpeg);
    const input = {
      frame: await toInferenceFrame(frame, maxInferenceLongSidePx),
      planogram: bay.planogram,
      references: known,
    };
    const realogram = await tier.detect(input, new AbortController().signal);
    const compliance = assess(bay.planogram, realogram);
    ms += performance.now() - started;
    if (realogram.planogramToPhoto === null) unplaced += 1;
    const said = new Map(compliance.findings.map((f) => [f.positionId, f.verdict]));
    for (const position of truth.positions)
      confusion.add(position.verdict, said.get(position.positionId) ?? 'none');
    if (compliance.score !== null && truth.score !== null)
      errors.push(Math.abs(compliance.score - truth.score));
    progress(i + 1);
  }
  return {
    captures,
    positions: confusion.n,
    right: confusion.right,
    perVerdict: confusion.perVerdict(),
    mistakes: confusion.mistakes().slice(0, 10),
    meanScoreError:
      errors.length === 0
        ? null
        : Math.round((errors.reduce((a, b) => a + b, 0) / errors.length) * 1e4) / 1e4,
    unplaced,
    msPerPhoto: Math.round(ms / Math.max(1, captures)),
  };
}

/** As the running system gets them: rendered, encoded, and read like any other reference image. */
async function packshotsOf(bay: DemoBay): Promise<Map<string, Frame[]>> {
  const entries = bay.products.map(async (product) => {
    const { png } = await renderPackshot(product);
    return [product.id, [await decodeReferenceImage(png)]] as [string, Frame[]];
  });
  return new Map(await Promise.all(entries));
}
