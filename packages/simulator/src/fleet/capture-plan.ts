import type { CameraFault } from '../photo/camera-fault.ts';
import { cameraFaults } from '../photo/camera-fault.ts';
import type { Random } from '../random.ts';
import type { DemoStore, DemoWorld } from '../world/demo-world.ts';

/** Faults of the sender. Faults of the camera are of the type CameraFault. */
export type SenderFault = 'duplicate' | 'staleVersion' | 'silentDrift' | 'missingField';
export type Fault = CameraFault | SenderFault;

/** Share of captures with each fault; the other captures are good. */
export type FaultRates = Record<Fault, number>;

/** Rates at which every queue has an entry within the first minutes while most captures are good. */
export const demoFaultRates: FaultRates = {
  blur: 0.025,
  lowResolution: 0.02,
  truncated: 0.02,
  wrongOrientation: 0.01,
  zeroBytes: 0.01,
  duplicate: 0.03,
  staleVersion: 0.04,
  silentDrift: 0.02,
  missingField: 0.025,
};

/** The first captures of a demo: after a minute no list of the dashboard is empty. */
export const demoOpening: readonly (Fault | null)[] = [
  null,
  null,
  'missingField',
  null,
  'staleVersion',
  null,
  'blur',
  null,
  'truncated',
  null,
  'staleVersion',
  'duplicate',
];

export const noFaults: FaultRates = {
  blur: 0,
  lowResolution: 0,
  truncated: 0,
  wrongOrientation: 0,
  zeroBytes: 0,
  duplicate: 0,
  staleVersion: 0,
  silentDrift: 0,
  missingField: 0,
};

/** One photo to be taken and submitted. */
export interface CapturePlan {
  ordinal: number;
  store: DemoStore;
  aisle: string;
  /** The version that the device sends. */
  taggedLabel: string;
  /** The version that the shelf follows. */
  shelfLabel: string;
  fault: Fault | null;
}

/** Draws the next capture among the bays whose version is ready; null when none is. */
export function planCapture(
  world: DemoWorld,
  isReady: (label: string) => boolean,
  faults: { rates: FaultRates; opening: readonly (Fault | null)[] },
  ordinal: number,
  random: Random,
): CapturePlan | null {
  const bays = world.stores.flatMap((store) =>
    store.bays.filter((bay) => isReady(bay.label)).map((bay) => ({ store, ...bay })),
  );
  if (bays.length === 0) return null;
  const drawn = drawFault(random.next(), faults.rates);
  const opening = faults.opening[ordinal];
  const fault = opening === undefined ? drawn : opening;
  const needsStale = fault === 'staleVersion' || fault === 'silentDrift';
  const stale = bays.filter((bay) => bay.staleLabel !== null);
  const { store, aisle, label, staleLabel } = random.pick(needsStale && stale.length > 0 ? stale : bays);
  const plan = { ordinal, store, aisle, taggedLabel: label, shelfLabel: label, fault };
  if (!needsStale) return plan;
  if (staleLabel === null) return { ...plan, fault: null };
  // Stale: the camera still names the old version. Silent drift: the camera names the new one, but the shelf is unchanged.
  return fault === 'staleVersion'
    ? { ...plan, taggedLabel: staleLabel, shelfLabel: staleLabel }
    : { ...plan, shelfLabel: staleLabel };
}

function drawFault(draw: number, rates: FaultRates): Fault | null {
  let below = 0;
  for (const [fault, rate] of Object.entries(rates) as [Fault, number][]) {
    below += rate;
    if (draw < below) return fault;
  }
  return null;
}

export const isCameraFault = (fault: Fault | null): fault is CameraFault =>
  (cameraFaults as readonly (Fault | null)[]).includes(fault);
