import type { Counter, Histogram } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { type Observe, observedGauges } from './observed-gauges.ts';
import { serveMetrics } from './serve-metrics.ts';

/**
 * The instruments of the pipeline. Add to a counter after the commit that it counts. No label may tell devices or
 * captures apart: every value is one more series for ever.
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
  /** Where `/metrics` is served; of use when port 0 was asked for. */
  port: number;
  stop(): Promise<void>;
}

/** From a heuristic on a small frame to a cloud call that runs into its timeout. */
const inferenceSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** From an idle fleet to a backlog after an outage of hours. */
const latencySeconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14_400];

/**
 * Serves Prometheus metrics at `http://host:port/metrics`; the loopback address unless told otherwise, since the
 * page has no login. `observe` gives the gauges, once per scrape; while it fails they are absent, not zero.
 * Rejects when the port is taken.
 */
export async function createMetrics(options: {
  port: number;
  host?: string;
  observe?: Observe;
  onError?: (error: unknown) => void;
}): Promise<Metrics> {
  // No target_info: what describes the process (its command line among it) is nobody's business on this page.
  const exporter = new PrometheusExporter({
    preventServerStart: true,
    withoutTargetInfo: true,
    withoutScopeInfo: true,
    metricProducers: options.observe
      ? [observedGauges(options.observe, options.onError ?? (() => undefined))]
      : [],
  });
  const provider = new MeterProvider({ readers: [exporter] });
  const meter = provider.getMeter('gondola');
  // Units stand in the names because the Prometheus exporter leaves the `unit` field out of them.
  const instruments = {
    captures: meter.createCounter('gondola_captures_total', { description: 'Captures by outcome' }),
    inferenceAttempts: meter.createCounter('gondola_inference_attempts_total', {
      description: 'Attempts of a tier to see what is on a shelf',
    }),
    inferenceDuration: meter.createHistogram('gondola_inference_duration_seconds', {
      description: 'Duration of one attempt of a tier',
      advice: { explicitBucketBoundaries: inferenceSeconds },
    }),
    captureLatency: meter.createHistogram('gondola_capture_latency_seconds', {
      description: 'From a capture accepted to scored',
      advice: { explicitBucketBoundaries: latencySeconds },
    }),
    fallbacks: meter.createCounter('gondola_fallback_total', {
      description: 'Captures passed on to a lower tier',
    }),
    deadLetters: meter.createCounter('gondola_dead_letters_total', {
      description: 'Items set aside, by stage and reason',
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
