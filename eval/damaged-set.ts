import { assess } from '@gondola/pipeline/compliance';
import { createHeuristicTier, decodePhoto, type Frame } from '@gondola/pipeline/photo-detection';
import { type DemoBay, ordinaryRates, renderCapture, type ScoredCapture } from '@gondola/simulator';
import { jpegDamageKinds, jpegQuirkKinds, withDamage, withQuirks } from '@gondola/testkit/damage-jpeg';
import { encodeWithRestarts } from '@gondola/testkit/encode-with-restarts';
import { seededRandom } from '@gondola/testkit/seeded-random';
import sharp from 'sharp';
import { tierInputs } from './tier-inputs.ts';

/** What becomes of damaged photos, and of whole ones with the oddities of cameras. */
export interface DamagedReport {
  captures: number;
  /** Whole photos with oddities: refused, or decoded to other pixels than the plain one. Both must be 0. */
  wholeRefused: number;
  wholeChanged: number;
  /** Damaged photos that were refused as such, by kind of damage: refused of all. */
  refused: Record<string, { refused: number; of: number }>;
  /** Damaged photos that were scored. */
  scored: number;
  /** In those, positions whose verdict differs from the truth: reported missing though they are not, or another fault. */
  falselyMissing: number;
  falseFaults: number;
  positions: number;
  /** Share of the damaged photos whose refusal names the rows that are left. */
  withRowsShare: number;
}

const encodings = {
  sequential: (frame: Frame) => sharpOf(frame).jpeg({ quality: 85, optimiseCoding: false }).toBuffer(),
  progressive: (frame: Frame) => sharpOf(frame).jpeg({ quality: 85, progressive: true }).toBuffer(),
  restarts: async (frame: Frame) => encodeWithRestarts(frame, Math.ceil(frame.width / 8)),
} as const;

/**
 * Renders captures of every bay in turn and hands each in three times: as a whole photo with random oddities, damaged at a
 * random place, and damaged with oddities. What is scored of the damaged ones is compared with the truth.
 */
export async function evaluateDamaged(
  bays: readonly DemoBay[],
  captures: number,
  firstSeed: number,
  progress: (done: number, soFar: DamagedReport) => void,
): Promise<DamagedReport> {
  const report: DamagedReport = {
    captures,
    wholeRefused: 0,
    wholeChanged: 0,
    refused: Object.fromEntries(jpegDamageKinds.map((kind) => [kind, { refused: 0, of: 0 }])),
    scored: 0,
    falselyMissing: 0,
    falseFaults: 0,
    positions: 0,
    withRowsShare: 0,
  };
  const inputOf = tierInputs();
  let withRows = 0;
  for (let i = 0; i < captures; i++) {
    const bay = bays[i % bays.length];
    if (!bay) throw new Error('no demo bay');
    const random = seededRandom(firstSeed + i);
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
    const { jpeg, truth } = await renderCapture(bay, firstSeed + i, { rates: ordinaryRates });
    const rendered = (await decodePhoto(jpeg)).frame;
    const whole = await encodings[pick(Object.keys(encodings) as (keyof typeof encodings)[])](rendered);
    const quirks = jpegQuirkKinds.filter(() => random() < 0.3);

    const odd = await decoded(withQuirks(whole, quirks, random));
    const plain = await decoded(whole);
    if ('reason' in odd || 'reason' in plain) report.wholeRefused += 1;
    else if (Buffer.compare(odd.frame.data, plain.frame.data) !== 0) report.wholeChanged += 1;

    for (const more of [[], quirks]) {
      const kind = pick(jpegDamageKinds);
      const tally = report.refused[kind];
      if (!tally) throw new Error(`no tally of ${kind}`);
      const result = await decoded(withQuirks(withDamage(whole, kind, random), more, random));
      tally.of += 1;
      if ('reason' in result) {
        tally.refused += 1;
        if (result.hasRows) withRows += 1;
      } else await judge(inputOf, result.frame, bay, truth, report);
    }
    progress(i + 1, report);
  }
  report.withRowsShare = withRows / Math.max(1, captures * 2);
  return report;
}

async function judge(
  inputOf: ReturnType<typeof tierInputs>,
  frame: Frame,
  bay: DemoBay,
  truth: ScoredCapture['truth'],
  report: DamagedReport,
): Promise<void> {
  const input = await inputOf(bay, frame);
  const realogram = await createHeuristicTier().detect(input, new AbortController().signal);
  const { findings } = assess(bay.planogram, realogram);
  const verdicts = new Map(findings.map(({ positionId, verdict }) => [positionId, verdict]));
  report.scored += 1;
  for (const { positionId, verdict } of truth.positions) {
    const reported = verdicts.get(positionId);
    report.positions += 1;
    if (reported === verdict || reported === undefined || noFault.has(reported)) continue;
    if (reported === 'MISSING') report.falselyMissing += 1;
    else report.falseFaults += 1;
  }
}

const noFault: ReadonlySet<string> = new Set(['MATCH', 'NOT_ASSESSED', 'NOT_VISIBLE']);

const sharpOf = ({ data, width, height }: Frame) => sharp(data, { raw: { width, height, channels: 3 } });

async function decoded(jpeg: Uint8Array): Promise<{ frame: Frame } | { reason: string; hasRows: boolean }> {
  try {
    return { frame: (await decodePhoto(jpeg)).frame };
  } catch (error) {
    const { reason, params } = error as { reason?: string; params?: Record<string, unknown> };
    if (reason === undefined) throw error;
    return { reason, hasRows: params?.rows !== undefined };
  }
}
