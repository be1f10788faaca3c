import type { Counter, Histogram } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { observedGauges, type ReadFleetGauges } from './observed-gauges.ts';
import { processMetrics } from './process-metrics.ts';
import { serveMetrics } from './serve-metrics.ts';

/**
 * The instruments of the pipeline. Counters increase after the commit of the counted event. No label may identify
 * devices or captures, since every value is one more permanent series.
 */
export interface Metrics {
  captures: Counter<{ outcome: string }>;
  inferenceAttempts: Counter<{ tier: number; provider: string; outcome: string }>;
  /** Seconds. */
  inferenceDuration: Histogram<{ tier: number; provider: string }>;
  /** Seconds from accepted to scored. */
  captureLatency: Histogram;
  fallbacks: Counter<{ from: number; to: number; reason: string }>;
  deadLetters: Counter<{ stage: string; reason: string }>;
  /** The port of `/metrics`, for callers that passed port 0. */
  port: number;
  stop(): Promise<void>;
}

/** Buckets from a heuristic on a small frame to a cloud call that reaches its timeout. */
const inferenceSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Buckets from an idle fleet to a backlog after an outage of hours. */
const latencySeconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14_400];

/**
 * Serves Prometheus metrics at `http://host:port/metrics`, on loopback by default, since the page has no login.
 * `readFleetGauges` returns the gauges of the whole fleet, once per scrape. While it fails, the gauges are absent, not
 * zero. Only one kind of process passes it: otherwise `sum()` over processes counts the fleet several times.
 *
 * @throws Error when the port is taken.
 */
export async function createMetrics(options: {
  port: number;
  host?: string;
  readFleetGauges?: ReadFleetGauges;
  onError?: (error: unknown) => void;
}): Promise<Metrics> {
  // No target_info: the page must not expose the process's attributes, such as its command line.
  const exporter = new PrometheusExporter({
    preventServerStart: true,
    withoutTargetInfo: true,
    withoutScopeInfo: true,
    metricProducers: [
      processMetrics(),
      ...(options.readFleetGauges
        ? [observedGauges(options.readFleetGauges, options.onError ?? (() => undefined))]
        : []),
    ],
  });
  const provider = new MeterProvider({ readers: [exporter] });
  const meter = provider.getMeter('gondola');
  // Names include the units, because the Prometheus exporter does not append the `unit` field.
  const instruments = {
    captures: meter.createCounter('gondola_captures_total', { description: 'Captures by outcome' }),
    inferenceAttempts: meter.createCounter('gondola_inference_attempts_total', {
      description: 'Attempts of a tier to detect the products on a shelf',
    }),
    inferenceDuration: meter.createHistogram('gondola_inference_duration_seconds', {
      description: 'Duration of one attempt of a tier',
      advice: { explicitBucketBoundaries: inferenceSeconds },
    }),
    captureLatency: meter.createHistogram('gondola_capture_latency_seconds', {
      description: 'Time from acceptance of a capture to its score',
      advice: { explicitBucketBoundaries: latencySeconds },
    }),
    fallbacks: meter.createCounter('gondola_fallback_total', {
      description: 'Captures passed on to a lower tier',
    }),
    deadLetters: meter.createCounter('gondola_dead_letters_total', {
      description: 'Dead letters, by stage and reason',
    }),
  } satisfies Omit<Metrics, 'port' | 'stop'>;
  const server = await serveMetrics(exporter, options.port, options.host ?? '127.0.0.1');
  return {
    ...instruments,
    port: server.port,
    async stop() {
      await server.stop();
      await provider.shutdown();
    },
  };
}
