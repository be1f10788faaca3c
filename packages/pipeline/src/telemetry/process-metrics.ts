import { readdir } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { MetricProducer } from '@opentelemetry/sdk-metrics';
import pipeline from '../../package.json' with { type: 'json' };
import { collected, gaugeOf, sumOf } from './metric-data.ts';

/**
 * Produces what every process says of itself: its build, and under the names that Prometheus gives them its processor
 * time, memory, open files and start. Nothing of it names the machine or the command line.
 */
export function processMetrics(): MetricProducer {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const startSeconds = Date.now() / 1000 - process.uptime();
  return {
    async collect() {
      const { user, system } = process.cpuUsage();
      const { rss, heapUsed } = process.memoryUsage();
      const openFiles = await countOpenFiles();
      const delaySeconds = delay.count === 0 ? 0 : delay.percentile(99) / 1e9;
      delay.reset();
      return collected([
        gaugeOf('gondola_build_info', 'Always 1; its labels name the build', [
          [{ version: pipeline.version, node: process.version }, 1],
        ]),
        sumOf('process_cpu_seconds_total', 'Processor time of the process', [[{}, (user + system) / 1e6]]),
        gaugeOf('process_resident_memory_bytes', 'Memory of the process', [[{}, rss]]),
        gaugeOf('process_start_time_seconds', 'When the process started, in epoch seconds', [
          [{}, startSeconds],
        ]),
        gaugeOf(
          'process_open_fds',
          'Open files and connections',
          openFiles === null ? [] : [[{}, openFiles]],
        ),
        gaugeOf('nodejs_heap_size_used_bytes', 'Memory of JavaScript objects', [[{}, heapUsed]]),
        gaugeOf(
          'nodejs_eventloop_lag_p99_seconds',
          'Delay that 1 of 100 timers exceeded since the last scrape',
          [[{}, delaySeconds]],
        ),
      ]);
    },
  };
}

/** Null where the system does not list them: no count is not a count of 0. */
const countOpenFiles = (): Promise<number | null> =>
  readdir('/proc/self/fd').then(
    (files) => files.length,
    () => null,
  );
