import type { Database } from '@gondola/db';
import { storeLimit } from '../../auth/viewer.ts';
import { builder } from '../builder.ts';
import * as ofCaptures from './loaders/capture-loaders.ts';
import { loadCaptureConflicts } from './loaders/conflict-loaders.ts';
import * as ofFleet from './loaders/fleet-loaders.ts';
import * as ofPlanograms from './loaders/planogram-loaders.ts';
import { loadQualityRules } from './loaders/quality-rule-loaders.ts';
import { loadRecaptureRequests } from './loaders/recapture-loaders.ts';
import * as ofScores from './loaders/score-loaders.ts';
import * as ofStores from './loaders/store-loaders.ts';

/** A node known by id and loaded in batches. What another store owns is not there for a device. */
const node = <Row extends { id: string }>(
  name: string,
  loadRows: (db: Database, ids: string[], storeId: string | null) => Promise<Row[]>,
) =>
  builder.loadableNodeRef(name, {
    id: { resolve: (row: Row) => row.id },
    sort: (row: Row) => row.id,
    load: (ids: string[], { db, viewer }): Promise<Row[]> => loadRows(db, ids, storeLimit(viewer)),
  });

/** Each noun's own file gives its node the fields. A type with a field `id` is one of these. */
export const StoreNode = node('Store', ofStores.loadStores);
export const BayNode = node('Bay', ofStores.loadBays);
export const DeviceKeyNode = node('DeviceKey', ofStores.loadDeviceKeys);
export const DeviceNode = node('Device', ofStores.loadDevices);
export const QualityRuleNode = node('QualityRule', loadQualityRules);
export const CaptureNode = node('Capture', ofCaptures.loadCaptures);
export const CaptureConflictNode = node('CaptureConflict', loadCaptureConflicts);
export const RecaptureRequestNode = node('RecaptureRequest', loadRecaptureRequests);
export const DriftItemNode = node('DriftItem', ofCaptures.loadDriftItems);
export const SilentDriftItemNode = node('SilentDriftItem', ofCaptures.loadSilentDriftItems);
export const DeadLetterNode = node('DeadLetter', ofCaptures.loadDeadLetters);
export const PayloadPatchNode = node('PayloadPatch', ofCaptures.loadPayloadPatches);
export const AlertNode = node('Alert', ofCaptures.loadAlerts);
export const ScoreNode = node('Score', ofScores.loadScores);
export const PositionVerdictNode = node('PositionVerdict', ofScores.loadPositionVerdicts);
export const VerdictOverruleNode = node('VerdictOverrule', ofScores.loadVerdictOverrules);
export const WaiverNode = node('Waiver', ofScores.loadWaivers);
export const ProductNode = node('Product', ofPlanograms.loadProducts);
export const CategoryNode = node('Category', ofPlanograms.loadCategories);
export const MasterDataImportNode = node('MasterDataImport', ofPlanograms.loadMasterDataImports);
export const PlanogramNode = node('Planogram', ofPlanograms.loadPlanograms);
export const PlanogramVersionNode = node('PlanogramVersion', ofPlanograms.loadPlanogramVersions);
export const PlannedActivationNode = node('PlannedActivation', ofPlanograms.loadPlannedActivations);
export const BreakerAuditNode = node('BreakerAudit', ofFleet.loadBreakerAudits);
export const BreakerTransitionNode = node('BreakerTransition', ofFleet.loadBreakerTransitions);
export const RescoreOfferNode = node('RescoreOffer', ofFleet.loadRescoreOffers);
export const ReprocessBatchNode = node('ReprocessBatch', ofFleet.loadReprocessBatches);
export const RetentionRunNode = node('RetentionRun', ofFleet.loadRetentionRuns);
export const IntegrityReportNode = node('IntegrityReport', ofFleet.loadIntegrityReports);
