import type { BreakerState } from '@gondola/db';
import type { GaugeMetricData, MetricProducer, SumMetricData } from '@opentelemetry/sdk-metrics';
import { collected, gaugeOf, type Point, sumOf } from './metric-data.ts';

/** State of the whole fleet, read from the database at a scrape. */
export interface FleetGauges {
  /** `oldestSeconds`: age of the oldest job that is ready to run; null when none waits. */
  queues: readonly {
    queue: string;
    ready: number;
    deferred: number;
    active: number;
    oldestSeconds: number | null;
  }[];
  deadLettersOpen: readonly { reason: string; count: number }[];
  driftOpen: number;
  /** One per provider. */
  breakers: readonly { provider: string; state: BreakerState }[];
  /** All recorded conflicts. Counting rows excludes conflicts that were rolled back or found twice. */
  captureConflicts: number;
}

export type ReadFleetGauges = () => Promise<FleetGauges>;

/** Prometheus waits 10 s for a scrape by default. With this limit the counters are exported even without the database. */
const observeTimeoutMs = 5_000;

/**
 * Produces the gauges that `read` returns, once per scrape. The SDK's observable gauges are unsuitable: they continue to show
 * a series that is no longer observed, such as a drained reason, or every queue while the database is down.
 */
export function observedGauges(read: ReadFleetGauges, onError: (error: unknown) => void): MetricProducer {
  return {
    async collect() {
      let metrics: (GaugeMetricData | SumMetricData)[] = [];
      try {
        const now = await withinTime(read());
        metrics = [...gaugesOf(now), conflictsOf(now)];
      } catch (error) {
        onError(error);
      }
      return collected(metrics);
    },
  };
}

function gaugesOf(now: FleetGauges): GaugeMetricData[] {
  return [
    gaugeOf(
      'gondola_queue_depth',
      'Jobs by state: ready to run, deferred to a later time, active in a worker',
      now.queues.flatMap(({ queue, ready, deferred, active }): Point[] => [
        [{ queue, state: 'ready' }, ready],
        [{ queue, state: 'deferred' }, deferred],
        [{ queue, state: 'active' }, active],
      ]),
    ),
    gaugeOf(
      'gondola_queue_oldest_seconds',
      'Age of the oldest job that is ready to run',
      // An empty queue reports 0 s, so that an alert on the age can resolve.
      now.queues.map(({ queue, oldestSeconds }) => [{ queue }, oldestSeconds ?? 0]),
    ),
    gaugeOf(
      'gondola_dead_letters_open',
      'Dead letters that are not resolved',
      now.deadLettersOpen.map(({ reason, count }) => [{ reason }, count]),
    ),
    gaugeOf('gondola_drift_open', 'Captures held for a mismatch of planogram version', [[{}, now.driftOpen]]),
    gaugeOf(
      'gondola_breaker_state',
      '0 closed, 1 half-open, 2 open, 3 isolated by a person',
      now.breakers.map(({ provider, state }) => [{ provider }, breakerLevels[state]]),
    ),
  ];
}

/** Values in order of severity, so that an alert can match 2 and above. */
const breakerLevels: Record<BreakerState, number> = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2, ISOLATED: 3 };

const conflictsOf = ({ captureConflicts }: FleetGauges): SumMetricData =>
  sumOf('gondola_capture_conflicts_total', 'Payloads with the key of an earlier capture and another photo', [
    [{}, captureConflicts],
  ]);

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No response in ${observeTimeoutMs} ms`)), observeTimeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
