import { assess } from '@gondola/pipeline/compliance';
import {
  createHeuristicTier,
  decodePhoto,
  type Frame,
  findCover,
  maxInferenceLongSidePx,
  toInferenceFrame,
} from '@gondola/pipeline/photo-detection';
import {
  type DemoBay,
  demoWorld,
  ordinaryRates,
  renderCapture,
  type ScoredCapture,
  type VerdictReport,
  verdictReport,
} from '@gondola/simulator';
import { packshotsOf } from './packshots-of.ts';

/** Accuracy over rendered captures whose truth the simulator planned. */
export interface SimulatedReport extends VerdictReport {
  /** Captures without a registration to the planogram. */
  unplaced: number;
  msPerPhoto: number;
  /** Processor time of the tier, the search for cover and the verdicts, without decoding. A busy machine affects it less than wall time. */
  tierCpuMsPerPhoto: number;
}

/**
 * Renders captures of every demo bay in turn under ordinary photo conditions and evaluates each position. `firstSeed`
 * separates the seeds for tuning from those for reporting.
 */
export async function evaluateSimulated(
  captures: number,
  firstSeed: number,
  progress: (done: number) => void,
): Promise<SimulatedReport> {
  const bays = [...demoWorld().versions.values()];
  const references = new Map<DemoBay, Map<string, Frame[]>>();
  const tier = createHeuristicTier();
  const judged: ScoredCapture[] = [];
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
    const covered = findCover({ ...input, realogram });
    const compliance = assess(bay.planogram, { ...realogram, covered: covered ?? [] });
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
