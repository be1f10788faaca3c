import { setTimeout as wait } from 'node:timers/promises';
import { renderFaultyCapture } from '../photo/camera-fault.ts';
import { type CaptureOptions, type RenderedCapture, renderCapture } from '../photo/render-capture.ts';
import { createRandom } from '../random.ts';
import type { DeviationRates } from '../shelf/deviation.ts';
import type { DemoWorld } from '../world/demo-world.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { type CapturePlan, type Fault, type FaultRates, isCameraFault, planCapture } from './capture-plan.ts';
import { type HandedIn, handIn } from './hand-in.ts';
import type { KnownCapture } from './known-capture.ts';
import { readJudged } from './read-judged.ts';
import type { RetryPolicy } from './retry.ts';
import type { SimulatorLog } from './simulator-log.ts';
import { type VerdictReport, verdictReport } from './verdict-report.ts';

export interface FleetOptions {
  apiUrl: string;
  world: DemoWorld;
  /** Device key by store code. */
  deviceKeys: ReadonlyMap<string, string>;
  isReady: (label: string) => boolean;
  faults: FaultRates;
  /** Faults of the first captures, before the rates decide. */
  opening?: readonly (Fault | null)[];
  rates?: DeviationRates;
  /** Decides the shelves, photos and faults. */
  seed: string;
  now: () => Date;
  log: SimulatorLog;
  signal: AbortSignal;
  patience?: RetryPolicy;
  /** How often each payload is sent, all at once, as by a camera that does not trust its network; 1 unless told. */
  sends?: number;
  /** Tells a sandbox cloud what is on a photo before it is handed in. */
  tellCloud?: (capture: RenderedCapture) => Promise<unknown>;
  /** Options of every photo, for a test that wants small ones. */
  photo?: CaptureOptions;
}

/** A demo that runs for weeks must not fill the memory: truths of the latest captures are kept. */
const mostKept = 2_000;

export interface Fleet {
  /** Takes the next photo and hands it in; null while no bay is ready. */
  handInNext(): Promise<{ plan: CapturePlan; results: HandedIn[] } | null>;
  /** Hands in at a rate until the signal; the first `atOnce` captures without waiting. Never throws for one capture. */
  run(pace: { perMinute: number; atOnce: number }): Promise<void>;
  captures(): readonly KnownCapture[];
  /** What the API made of the captures with a known truth, as far as they are scored. */
  compare(): Promise<VerdictReport>;
}

export function createFleet(options: FleetOptions): Fleet {
  const { apiUrl, world, deviceKeys, faults, seed, now, log, signal } = options;
  const random = createRandom(`fleet/${seed}`);
  const known: KnownCapture[] = [];
  let ordinal = 0;
  const devices = new Map<string, ApiClient>(
    [...deviceKeys].map(([code, secret]) => [
      code,
      createApiClient({
        apiUrl,
        headers: { authorization: `Bearer ${secret}` },
        signal,
        ...(options.patience ? { patience: options.patience } : {}),
      }),
    ]),
  );
  const deviceOf = (storeCode: string): ApiClient => {
    const device = devices.get(storeCode);
    if (!device) throw new RangeError(`no device key for store ${storeCode}`);
    return device;
  };

  async function photograph(plan: CapturePlan): Promise<RenderedCapture> {
    const bay = world.versions.get(plan.shelfLabel);
    if (!bay) throw new RangeError(`no version ${plan.shelfLabel}`);
    const photo: CaptureOptions = {
      ...options.photo,
      ...(options.rates ? { rates: options.rates } : {}),
      fixture: plan.store.code,
      takenAt: now(),
    };
    const photoSeed = `${seed}/${plan.ordinal}`;
    return isCameraFault(plan.fault)
      ? renderFaultyCapture(bay, photoSeed, plan.fault, photo)
      : renderCapture(bay, photoSeed, photo);
  }

  function remember(plan: CapturePlan, capture: RenderedCapture, results: readonly HandedIn[]): void {
    for (const { outcome, captureId } of results) {
      if (outcome !== 'ACCEPTED' || captureId === null) continue;
      const truth = plan.shelfLabel === plan.taggedLabel ? capture.truth : null;
      known.push({
        id: captureId,
        storeCode: plan.store.code,
        label: plan.taggedLabel,
        fault: plan.fault,
        truth,
      });
      if (known.length > mostKept) known.shift();
    }
  }

  async function handInNext() {
    const plan = planCapture(
      world,
      options.isReady,
      { rates: faults, opening: options.opening ?? [] },
      ordinal,
      random,
    );
    if (!plan) return null;
    ordinal += 1;
    const capture = await photograph(plan);
    // A photo that lies on its side is upright to the pipeline, but not to the truth that came with it.
    if (plan.fault !== 'wrongOrientation') await options.tellCloud?.(capture);
    const results = await handIn(deviceOf(plan.store.code), plan, capture, options.sends);
    remember(plan, capture, results);
    const { store, aisle, taggedLabel, fault } = plan;
    const outcomes = results.map((r) => r.outcome);
    log.info(
      { store: store.code, aisle, version: taggedLabel, fault, outcomes, captureId: results[0]?.captureId },
      'handed in',
    );
    return { plan, results };
  }

  async function run({ perMinute, atOnce }: { perMinute: number; atOnce: number }): Promise<void> {
    const pauseMs = 60_000 / perMinute;
    for (let handed = 0; !signal.aborted; ) {
      const startedAt = performance.now();
      const done = await handInNext().catch((fault: unknown) => {
        if (!signal.aborted) log.warn({ err: { message: String(fault) } }, 'a capture was not handed in');
        return 'failed' as const;
      });
      if (done !== null) handed += 1;
      const restMs =
        done === null
          ? 500
          : handed < atOnce && done !== 'failed'
            ? 0
            : pauseMs - (performance.now() - startedAt);
      if (restMs > 0) await wait(restMs, undefined, { signal }).catch(() => {});
    }
  }

  return {
    handInNext,
    run,
    captures: () => known,
    compare: async () => verdictReport(await readJudged(known, deviceOf)),
  };
}
