/** The light door to quality rules: what holds where no rule is set. Loads no image library. */
export { builtInQualityRule, type QualityRule } from './quality-rule.ts';
export { readQualityRule } from './read-quality-rule.ts';
