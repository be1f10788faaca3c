/** Light entry point to the actions of people on alerts. */

export { acknowledgeAlert } from './acknowledge-alert.ts';
export { closeAlert } from './close-alert.ts';
export type { MarkedAlert } from './mark-alert.ts';
