import { assess } from '@gondola/pipeline/compliance';
import {
  createHeuristicTier,
  decodePhoto,
  decodeReferenceImage,
  type Frame,
  maxInferenceLongSidePx,
  toInferenceFrame,
} from '@gondola/pipeline/vision';
import {
  type DemoBay,
  demoWorld,
  type JudgedCapture,
  ordinaryRates,
  renderCapture,
  renderPackshot,
  type VerdictReport,
  verdictReport,
} from '@gondola/simulator';

/** Accuracy over rendered captures whose truth the simulator planned. */
export interface SimulatedReport extends VerdictReport {
  /** Captures that could not be placed at all. */
  unplaced: number;
  msPerPhoto: number;
  /** Processor time of the tier and the verdicts, decoding left out: a busy machine bends it less. */
  tierCpuMsPerPhoto: number;
}

/**
 * Renders captures of every demo bay in turn under ordinary photo conditions and judges each position. `firstSeed`: one
 * range of seeds to tune on, another to report.
 */
export async function evaluateSimulated(
  captures: number,
  firstSeed: number,
  progress: (done: number) => void,
): Promise<SimulatedReport> {
  const bays = [...demoWorld().versions.values()];
  const references = new Map<DemoBay, Map<string, Frame[]>>();
  const tier = createHeuristicTier();
  const judged: JudgedCapture[] = [];
  let unplaced = 0;
  let ms = 0;
  let cpuUs = 0;
  for (let i = 0; i < captures; i++) {
    const bay = bays[i % bays.length];
    if (!bay) throw new Error('no demo bay');
    const known = references.get(bay) ?? (await packshotsOf(bay));
    references.set(bay, known);
    const { jpeg, truth } = await renderCapture(bay, firstSeed + i, { rates: ordinaryRates });
    const started = performance.now();
    const { frame } = await decodePhoto(jpeg);
    const input = {
      frame: await toInferenceFrame(frame, maxInferenceLongSidePx),
      planogram: bay.planogram,
      references: known,
    };
    const before = process.cpuUsage();
    const realogram = await tier.detect(input, new AbortController().signal);
    const compliance = assess(bay.planogram, realogram);
    const used = process.cpuUsage(before);
    cpuUs += used.user + used.system;
    ms += performance.now() - started;
    if (realogram.planogramToPhoto === null) unplaced += 1;
    const verdicts = compliance.findings.flatMap((f): [string, string][] =>
      f.positionId === null ? [] : [[f.positionId, f.verdict]],
    );
    judged.push({ truth, score: compliance.score, verdicts: new Map(verdicts) });
    progress(i + 1);
  }
  return {
    ...verdictReport(judged),
    unplaced,
    msPerPhoto: Math.round(ms / Math.max(1, captures)),
    tierCpuMsPerPhoto: Math.round(cpuUs / 1000 / Math.max(1, captures)),
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
