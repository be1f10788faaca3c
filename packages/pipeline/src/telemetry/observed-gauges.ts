import type { BreakerState } from '@gondola/db';
import { type Attributes, ValueType } from '@opentelemetry/api';
import { hrTime } from '@opentelemetry/core';
import {
  AggregationTemporality,
  type CollectionResult,
  DataPointType,
  type GaugeMetricData,
  type MetricProducer,
  type SumMetricData,
} from '@opentelemetry/sdk-metrics';

/** What is counted in the database at the moment of a scrape. */
export interface Observation {
  /** `oldestSeconds`: age of the oldest job that is ready to run; null when none waits. */
  queues: readonly { queue: string; depth: number; oldestSeconds: number | null }[];
  deadLettersOpen: readonly { reason: string; count: number }[];
  driftOpen: number;
  /** One per provider. */
  breakers?: readonly { provider: string; state: BreakerState }[];
  /** Conflicts kept since the beginning: rows, so that none is counted that was rolled back or found by a worker twice. */
  captureConflicts?: number;
}

export type Observe = () => Promise<Observation>;

/** Prometheus gives a scrape 10 s by default; without an answer from the database the counters still go out. */
const observeTimeoutMs = 5_000;

/**
 * The gauges that `observe` gives, asked once per scrape. A producer and not the SDK's observable gauges, because
 * those go on showing a series that is no longer observed: a drained reason, or every queue while the database is
 * down.
 */
export function observedGauges(observe: Observe, onError: (error: unknown) => void): MetricProducer {
  return {
    async collect() {
      let metrics: (GaugeMetricData | SumMetricData)[] = [];
      try {
        const now = await withinTime(observe());
        metrics = [...gaugesOf(now), ...sumsOf(now)];
      } catch (error) {
        onError(error);
      }
      return {
        resourceMetrics: { resource, scopeMetrics: [{ scope: { name: 'gondola' }, metrics }] },
        errors: [],
      };
    },
  };
}

function gaugesOf(now: Observation): GaugeMetricData[] {
  return [
    gauge(
      'gondola_queue_depth',
      'Jobs waiting',
      now.queues.map(({ queue, depth }) => [{ queue }, depth]),
    ),
    gauge(
      'gondola_queue_oldest_seconds',
      'Age of the oldest job that is ready to run',
      // An empty queue makes nobody wait: here 0 s is the truth, and an alert on the age can resolve.
      now.queues.map(({ queue, oldestSeconds }) => [{ queue }, oldestSeconds ?? 0]),
    ),
    gauge(
      'gondola_dead_letters_open',
      'Items set aside and not yet drained',
      now.deadLettersOpen.map(({ reason, count }) => [{ reason }, count]),
    ),
    gauge('gondola_drift_open', 'Captures held for a mismatch of planogram version', [[{}, now.driftOpen]]),
    gauge(
      'gondola_breaker_state',
      '0 closed, 1 half-open, 2 open, 3 isolated by a person',
      (now.breakers ?? []).map(({ provider, state }) => [{ provider }, breakerLevels[state]]),
    ),
  ];
}

/** The higher, the less of the provider is to be had: an alert can ask for 2 and above. */
const breakerLevels: Record<BreakerState, number> = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2, ISOLATED: 3 };

function sumsOf({ captureConflicts }: Observation): SumMetricData[] {
  if (captureConflicts === undefined) return [];
  const name = 'gondola_capture_conflicts_total';
  const description = 'Payloads with the key of an earlier capture and another photo';
  const { dataPoints } = gauge(name, description, [[{}, captureConflicts]]);
  return [
    {
      descriptor: { name, description, unit: '', valueType: ValueType.DOUBLE },
      aggregationTemporality: AggregationTemporality.CUMULATIVE,
      dataPointType: DataPointType.SUM,
      dataPoints,
      isMonotonic: true,
    },
  ];
}

function gauge(name: string, description: string, points: [Attributes, number][]): GaugeMetricData {
  const time = hrTime();
  return {
    descriptor: { name, description, unit: '', valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    dataPointType: DataPointType.GAUGE,
    dataPoints: points.map(([attributes, value]) => ({ startTime: time, endTime: time, attributes, value })),
  };
}

/** The reader takes the SDK's resource and ignores this one, which its type asks for. */
const resource: CollectionResult['resourceMetrics']['resource'] = {
  attributes: {},
  getRawAttributes: () => [],
  merge: (other) => other ?? resource,
};

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer in ${observeTimeoutMs} ms`)), observeTimeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
