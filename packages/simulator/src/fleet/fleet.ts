import { setTimeout as wait } from 'node:timers/promises';
import { renderFaultyCapture } from '../photo/camera-fault.ts';
import { type CaptureOptions, type RenderedCapture, renderCapture } from '../photo/render-capture.ts';
import { createRandom } from '../random.ts';
import type { DeviationRates } from '../shelf/deviation.ts';
import type { DemoWorld } from '../world/demo-world.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { type CapturePlan, type Fault, type FaultRates, isCameraFault, planCapture } from './capture-plan.ts';
import type { KnownCapture } from './known-capture.ts';
import { readScoredCaptures } from './read-scored-captures.ts';
import type { RetryPolicy } from './retry.ts';
import type { SimulatorLog } from './simulator-log.ts';
import { type SubmitResult, submitCapture } from './submit-capture.ts';
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
  /** Determines the shelves, photos and faults. */
  seed: string;
  now: () => Date;
  log: SimulatorLog;
  signal: AbortSignal;
  retryPolicy?: RetryPolicy;
  /** How many copies of each payload are sent at once, as by a camera on a bad network; 1 by default. */
  sends?: number;
  /** Registers a photo's content with a sandbox cloud before the photo is submitted. */
  registerPhoto?: (capture: RenderedCapture) => Promise<unknown>;
  /** Options of every photo, for tests with small photos. */
  photo?: CaptureOptions;
}

/** Truths of the latest captures only, so that a demo of weeks does not fill the memory. */
const maxKnownCaptures = 2_000;

export interface Fleet {
  /** Takes the next photo and submits it; returns null while no bay is ready. */
  submitNext(): Promise<{ plan: CapturePlan; results: SubmitResult[] } | null>;
  /** Submits at a rate until the signal, the first `atOnce` captures without waiting. A failed capture does not throw. */
  run(pace: { perMinute: number; atOnce: number }): Promise<void>;
  captures(): readonly KnownCapture[];
  /** Compares the verdicts of the API with the truth of the captures, as far as they are scored. */
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
        ...(options.retryPolicy ? { retryPolicy: options.retryPolicy } : {}),
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

  function remember(plan: CapturePlan, capture: RenderedCapture, results: readonly SubmitResult[]): void {
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
      if (known.length > maxKnownCaptures) known.shift();
    }
  }

  async function submitNext() {
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
    // The pipeline takes a photo with a wrong tag as upright, but its truth refers to the real orientation.
    if (plan.fault !== 'wrongOrientation') await options.registerPhoto?.(capture);
    const results = await submitCapture(deviceOf(plan.store.code), plan, capture, now, options.sends);
    remember(plan, capture, results);
    const { store, aisle, taggedLabel, fault } = plan;
    const outcomes = results.map((r) => r.outcome);
    log.info(
      { store: store.code, aisle, version: taggedLabel, fault, outcomes, captureId: results[0]?.captureId },
      'capture submitted',
    );
    return { plan, results };
  }

  async function run({ perMinute, atOnce }: { perMinute: number; atOnce: number }): Promise<void> {
    const pauseMs = 60_000 / perMinute;
    for (let handed = 0; !signal.aborted; ) {
      const startedAt = performance.now();
      const done = await submitNext().catch((fault: unknown) => {
        if (!signal.aborted) log.warn({ err: { message: String(fault) } }, 'capture not submitted');
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
    submitNext,
    run,
    captures: () => known,
    compare: async () => verdictReport(await readScoredCaptures(known, deviceOf)),
  };
}
