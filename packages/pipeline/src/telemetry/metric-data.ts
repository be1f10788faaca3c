import { type Attributes, ValueType } from '@opentelemetry/api';
import { hrTime } from '@opentelemetry/core';
import {
  AggregationTemporality,
  type CollectionResult,
  DataPointType,
  type GaugeMetricData,
  type SumMetricData,
} from '@opentelemetry/sdk-metrics';

export type Point = [Attributes, number];

/** Makes a gauge of values that were read at a scrape. */
export function gaugeOf(name: string, description: string, points: Point[]): GaugeMetricData {
  const time = hrTime();
  return {
    descriptor: { name, description, unit: '', valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    dataPointType: DataPointType.GAUGE,
    dataPoints: points.map(([attributes, value]) => ({ startTime: time, endTime: time, attributes, value })),
  };
}

/** Makes a counter of values that something else counts. */
export function sumOf(name: string, description: string, points: Point[]): SumMetricData {
  return {
    ...gaugeOf(name, description, points),
    dataPointType: DataPointType.SUM,
    isMonotonic: true,
  };
}

/** What a producer returns of one scrape. */
export const collected = (metrics: (GaugeMetricData | SumMetricData)[]): CollectionResult => ({
  resourceMetrics: { resource, scopeMetrics: [{ scope: { name: 'gondola' }, metrics }] },
  errors: [],
});

/** The type requires a resource, but the reader uses the SDK's own. */
const resource: CollectionResult['resourceMetrics']['resource'] = {
  attributes: {},
  getRawAttributes: () => [],
  merge: (other) => other ?? resource,
};
