import type { Database } from '@gondola/db';
import { storeLimit } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import * as load from '../queries/load-nodes.ts';

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

/** Each noun's own file gives its node the fields. */
export const StoreNode = node('Store', load.loadStores);
export const BayNode = node('Bay', load.loadBays);
export const CaptureNode = node('Capture', load.loadCaptures);
export const ScoreNode = node('Score', load.loadScores);
export const ProductNode = node('Product', load.loadProducts);
export const PlanogramNode = node('Planogram', load.loadPlanograms);
export const PlanogramVersionNode = node('PlanogramVersion', load.loadPlanogramVersions);
export const DriftItemNode = node('DriftItem', load.loadDriftItems);
export const DeadLetterNode = node('DeadLetter', load.loadDeadLetters);
export const ReprocessBatchNode = node('ReprocessBatch', load.loadReprocessBatches);
