/** Entry point for the statistics that benches and drills share with the pipeline. */
export { median } from './median.ts';
export { quantile } from './quantile.ts';
