import { brandWithType } from '@pothos/core';
import type { Act } from '../../auth/access-policy.ts';
import { may } from '../../auth/access-policy.ts';
import type { ApiContext } from '../../context.ts';
import { isUuid, readGlobalId } from '../../ids/node-id.ts';
import { builder } from '../builder.ts';
import * as nodes from './nodes.ts';

interface NodeEntry {
  /** What a viewer must be allowed to do to reach the node by its id alone. */
  act: Act;
  isKey(key: string): boolean;
  load(context: ApiContext, key: string): Promise<object | null>;
}

interface Loadable {
  getDataloader(context: ApiContext): { load(key: string): Promise<object | null> };
}

const entry = (act: Act, ref: Loadable, isKey: (key: string) => boolean = isUuid): NodeEntry => ({
  act,
  isKey,
  load: (context, key) => ref.getDataloader(context).load(key),
});

const isOrdinalKey = (key: string): boolean => !isUuid(key);

const entries: Readonly<Record<string, NodeEntry>> = {
  Store: entry('captureRead', nodes.StoreNode),
  Bay: entry('captureRead', nodes.BayNode),
  DeviceKey: entry('conflictList', nodes.DeviceKeyNode),
  Device: entry('storeList', nodes.DeviceNode),
  QualityRule: entry('qualityRuleList', nodes.QualityRuleNode),
  Capture: entry('captureRead', nodes.CaptureNode),
  CaptureConflict: entry('conflictList', nodes.CaptureConflictNode),
  RecaptureRequest: entry('recaptureList', nodes.RecaptureRequestNode),
  DriftItem: entry('driftList', nodes.DriftItemNode),
  SilentDriftItem: entry('driftList', nodes.SilentDriftItemNode),
  DeadLetter: entry('deadLetterList', nodes.DeadLetterNode),
  PayloadPatch: entry('deadLetterList', nodes.PayloadPatchNode),
  Alert: entry('alertList', nodes.AlertNode),
  Score: entry('captureRead', nodes.ScoreNode),
  PositionVerdict: entry('captureRead', nodes.PositionVerdictNode, isOrdinalKey),
  VerdictOverrule: entry('captureRead', nodes.VerdictOverruleNode),
  Waiver: entry('waiverList', nodes.WaiverNode),
  Product: entry('planogramList', nodes.ProductNode),
  Category: entry('planogramList', nodes.CategoryNode),
  MasterDataImport: entry('masterDataRead', nodes.MasterDataImportNode),
  Planogram: entry('planogramList', nodes.PlanogramNode),
  PlanogramVersion: entry('planogramList', nodes.PlanogramVersionNode),
  PlannedActivation: entry('planogramList', nodes.PlannedActivationNode),
  BreakerAudit: entry('inferenceRead', nodes.BreakerAuditNode),
  BreakerTransition: entry('inferenceRead', nodes.BreakerTransitionNode),
  RescoreOffer: entry('inferenceRead', nodes.RescoreOfferNode),
  ReprocessBatch: entry('batchList', nodes.ReprocessBatchNode),
  RetentionRun: entry('retentionRead', nodes.RetentionRunNode),
  IntegrityReport: entry('retentionRead', nodes.IntegrityReportNode),
};

builder.queryField('node', (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'The object of a global id; null when there is none, or when the viewer may not see it.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, args, context) => {
      const read = readGlobalId(args.id);
      const found = read === null ? undefined : entries[read.type];
      if (read === null || !found?.isKey(read.id) || !may(context.viewer, found.act)) return null;
      const row = await found.load(context, read.id);
      if (row !== null) brandWithType(row, read.type as never);
      return row;
    },
  }),
);
