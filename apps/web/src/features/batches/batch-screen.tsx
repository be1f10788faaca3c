'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { batchStateLabels, reprocessModeLabels } from '../../labels/batch-labels.ts';
import { isMoving } from '../../lib/batches/batch-summary.ts';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { BatchStateTag } from '../../ui/batch-state-tag.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { BatchActions } from './batch-actions.tsx';
import { BatchFacts } from './batch-facts.tsx';
import { BatchItems } from './batch-items.tsx';
import { BatchProgress } from './batch-progress.tsx';
import classes from './batch-screen.module.css';
import { FailureList } from './failure-list.tsx';
import { ImpactFigures } from './impact-figures.tsx';
import { batchQuery } from './read-batch.ts';

export function BatchScreen({ id }: { id: string }) {
  const { data: batch, error, refetch } = useQuery(batchQuery(id));
  const may = can(useViewer(), 'REPROCESS_ACT');
  if (batch === undefined)
    return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={6} height={64} />;
  if (batch === null) return <NothingHere title="There is no batch of this id" />;
  const hasScores = batch.impact.compared > 0 || batch.impact.histogramAfter.some((count) => count > 0);
  return (
    <>
      <Link className={classes.back} href="/batches">
        All batches
      </Link>
      <PageTitle
        title={`${reprocessModeLabels[batch.mode].label}: ${batch.reason}`}
        actions={may ? <BatchActions batch={batch} /> : undefined}
      />
      {may ? null : <p>You can view this batch, but your role does not include controlling it.</p>}
      {error ? <StaleNotice retry={refetch} /> : null}
      <div className={classes.parts}>
        <Panel title="Progress" aside={<BatchStateTag state={batch.state} />}>
          <div className={classes.state}>
            <p>{batchStateLabels[batch.state].meaning}</p>
            <BatchProgress batch={batch} />
            <BatchFacts batch={batch} />
          </div>
        </Panel>
        <div className={classes.two}>
          <Panel
            title="Scores before and after"
            aside={`${batch.impact.compared.toLocaleString('en')} compared`}
          >
            {hasScores ? (
              <ImpactFigures impact={batch.impact} />
            ) : (
              <p className={classes.dim}>No capture of the batch has a new score yet.</p>
            )}
          </Panel>
          <Panel title="Failed, skipped or outdated" aside={batch.failures.length === 0 ? 'Nothing' : null}>
            {batch.failures.length > 0 ? (
              <FailureList batchId={batch.id} failures={batch.failures} />
            ) : (
              <p className={classes.dim}>No capture failed, was skipped or was outdated.</p>
            )}
          </Panel>
        </div>
        <BatchItems batchId={batch.id} moving={isMoving(batch)} />
      </div>
    </>
  );
}
