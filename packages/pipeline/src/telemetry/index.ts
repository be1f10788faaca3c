export { captureLog, createLog, type Log, type LogLevel } from './log.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export type { FleetGauges, ReadFleetGauges } from './observed-gauges.ts';
export { makeTraceParent, parseTraceParent, type Trace } from './trace.ts';
