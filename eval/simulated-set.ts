import { assess } from '@gondola/pipeline/compliance';
import { createHeuristicTier, decodePhoto, findCover } from '@gondola/pipeline/photo-detection';
import {
  demoWorld,
  ordinaryRates,
  renderCapture,
  type ScoredCapture,
  type VerdictReport,
  verdictReport,
} from '@gondola/simulator';
import { tierInputs } from './tier-inputs.ts';

/** Accuracy over rendered captures whose truth the simulator planned. */
export interface SimulatedReport extends VerdictReport {
  /** Captures without a registration to the planogram. */
  unplaced: number;
  /** Verdicts that the search for cover changes; nothing stands before these shelves. */
  changedByCover: number;
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
  const inputOf = tierInputs();
  const tier = createHeuristicTier();
  const judged: ScoredCapture[] = [];
  let unplaced = 0;
  let changedByCover = 0;
  let ms = 0;
  let cpuUs = 0;
  for (let i = 0; i < captures; i++) {
    const bay = bays[i % bays.length];
    if (!bay) throw new Error('no demo bay');
    const { jpeg, truth } = await renderCapture(bay, firstSeed + i, { rates: ordinaryRates });
    const started = performance.now();
    const { frame } = await decodePhoto(jpeg);
    const input = await inputOf(bay, frame);
    const before = process.cpuUsage();
    const realogram = await tier.detect(input, new AbortController().signal);
    const covered = findCover({ ...input, realogram });
    const compliance = assess(bay.planogram, { ...realogram, covered: covered ?? [] });
    const used = process.cpuUsage(before);
    cpuUs += used.user + used.system;
    ms += performance.now() - started;
    if (realogram.planogramToPhoto === null) unplaced += 1;
    const verdicts = verdictsOf(compliance);
    const without = verdictsOf(assess(bay.planogram, realogram));
    changedByCover += [...verdicts].filter(([id, verdict]) => without.get(id) !== verdict).length;
    judged.push({ truth, score: compliance.score, verdicts });
    progress(i + 1);
  }
  return {
    ...verdictReport(judged),
    unplaced,
    changedByCover,
    msPerPhoto: Math.round(ms / Math.max(1, captures)),
    tierCpuMsPerPhoto: Math.round(cpuUs / 1000 / Math.max(1, captures)),
  };
}

const verdictsOf = ({ findings }: ReturnType<typeof assess>): Map<string, string> =>
  new Map(
    findings.flatMap(({ positionId, verdict }) => (positionId === null ? [] : [[positionId, verdict]])),
  );
