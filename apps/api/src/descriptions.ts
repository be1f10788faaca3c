import { alertDescriptions } from './alerts/alert-descriptions.ts';
import { batchDescriptions } from './batches/batch-descriptions.ts';
import { captureDescriptions } from './captures/capture-descriptions.ts';
import { deadLetterDescriptions } from './dead-letters/dead-letter-descriptions.ts';
import { deviceDescriptions } from './devices/device-descriptions.ts';
import { driftDescriptions } from './drift/drift-descriptions.ts';
import type { Descriptions } from './graphql/descriptions/describe-schema.ts';
import { inferenceDescriptions } from './inference/inference-descriptions.ts';
import { intakeDescriptions } from './intake/intake-descriptions.ts';
import { masterDataDescriptions } from './master-data/master-data-descriptions.ts';
import { peopleDescriptions } from './people/people-descriptions.ts';
import { pipelineDescriptions } from './pipeline/pipeline-descriptions.ts';
import { planogramDescriptions } from './planograms/planogram-descriptions.ts';
import { qualityRuleDescriptions } from './quality-rules/quality-rule-descriptions.ts';
import { recaptureDescriptions } from './recaptures/recapture-descriptions.ts';
import { retentionDescriptions } from './retention/retention-descriptions.ts';
import { scoreDescriptions } from './scores/score-descriptions.ts';
import { storeDescriptions } from './stores/store-descriptions.ts';

/** What callers read about the types of all nouns. */
export const descriptions: Descriptions = {
  ...alertDescriptions,
  ...batchDescriptions,
  ...captureDescriptions,
  ...deadLetterDescriptions,
  ...deviceDescriptions,
  ...driftDescriptions,
  ...inferenceDescriptions,
  ...intakeDescriptions,
  ...masterDataDescriptions,
  ...peopleDescriptions,
  ...pipelineDescriptions,
  ...planogramDescriptions,
  ...qualityRuleDescriptions,
  ...recaptureDescriptions,
  ...retentionDescriptions,
  ...scoreDescriptions,
  ...storeDescriptions,
};
