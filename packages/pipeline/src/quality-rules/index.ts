/** Entry point for quality rules, with the built-in rule. Loads no image library. */
export { builtInQualityRule, type QualityRule } from './quality-rule.ts';
export { readQualityRule } from './read-quality-rule.ts';
export { setQualityRule } from './set-quality-rule.ts';
