import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const qualityRuleDescriptions = {
  'QualityRule.builtIn': 'True for the rule of the software, which holds where no person has set one.',
  'QualityRule.minShortSidePx': 'The least length of the shorter side, in pixels.',
  'QualityRule.minSharpness': 'The least sharpness: the variance of the Laplacian of the grey photo.',
  'QualityRule.finalPolicy': 'What happens to a photo below the rule when no better photo comes.',
  'QualityRule.note': 'Why the rule was set.',
  'QualityRule.createdBy': 'The e-mail address of the person who set the rule; null for the built-in one.',
  'QualityRule.createdAt': 'When the rule was set; null for the built-in one.',
  FinalQualityPolicy: 'What happens to a photo below the quality rule when no better photo comes.',
  'FinalQualityPolicy.SCORE_FLAGGED': 'The photo is scored, and the score carries the flaws.',
  'FinalQualityPolicy.DEAD_LETTER': 'The capture becomes a dead letter.',
  QualityFlaw: 'Why a photo fails the quality rule.',
  'QualityFlaw.TOO_SMALL': 'The shorter side has fewer pixels than `minShortSidePx`.',
  'QualityFlaw.BAD_ASPECT': 'The longer side is more than `maxAspect` times the shorter one.',
  'QualityFlaw.TOO_BLURRED': 'The sharpness is below `minSharpness`.',
  QualityHint: 'Bad light in a photo. A hint alone does not make a photo fail the rule.',
  'QualityHint.TOO_DARK': 'The mean grey is below 45, or more than 60 % of the pixels are nearly black.',
  'QualityHint.TOO_BRIGHT': 'The mean grey is above 220.',
  'QualityHint.GLARE': 'More than 20 % of the pixels are burnt out.',
  'QualityRuleSetInput.minShortSidePx': 'The least length of the shorter side, 0 to 10,000 pixels.',
  'QualityRuleSetInput.minSharpness':
    'The least sharpness, 0 to 100,000: the variance of the Laplacian of the grey photo.',
  'QualityRuleSetInput.maxAspect': 'The longer side divided by the shorter one, at most: 1 to 100.',
  'QualityRuleSetInput.maxRetries':
    'How often a better photo is looked for before `finalPolicy` applies: 0 to 10.',
  'QualityRuleSetInput.finalPolicy': 'What happens to a photo below the rule when no better photo comes.',
  'QualityRuleSetPayload.rule': 'The new rule; null when the input was refused.',
} satisfies Descriptions;
