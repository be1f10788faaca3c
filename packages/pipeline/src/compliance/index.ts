export { assess } from './assess.ts';
export type { Compliance, Components, Evidence, Finding } from './finding.ts';
export { formulaVersion } from './score.ts';
