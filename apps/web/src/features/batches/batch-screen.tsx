'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useViewer } from '../../lib/viewer.ts';
import { batchStateWords, reprocessModeWords } from '../../lib/words/batch-words.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { BatchActs } from './batch-acts.tsx';
import { BatchFacts } from './batch-facts.tsx';
import { isMoving } from './batch-glance.ts';
import { BatchItems } from './batch-items.tsx';
import { BatchProgress } from './batch-progress.tsx';
import classes from './batch-screen.module.css';
import { BatchStateTag } from './batch-state-tag.tsx';
import { FailureList } from './failure-list.tsx';
import { ImpactFigures } from './impact-figures.tsx';
import { mayStartBatches } from './may-start-batches.ts';
import { batchQuery } from './read-batch.ts';

export function BatchScreen({ id }: { id: string }) {
  const { data: batch, error, refetch } = useQuery(batchQuery(id));
  const may = mayStartBatches(useViewer());
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
        title={`${reprocessModeWords[batch.mode].word}: ${batch.reason}`}
        actions={may ? <BatchActs batch={batch} /> : undefined}
      />
      {may ? null : (
        <p>You can look, but not steer the batch: that is for category managers and administrators.</p>
      )}
      {error ? <StaleNotice retry={refetch} /> : null}
      <div className={classes.parts}>
        <Panel title="Progress" aside={<BatchStateTag state={batch.state} />}>
          <div className={classes.state}>
            <p>{batchStateWords[batch.state].meaning}</p>
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
          <Panel title="What did not end well" aside={batch.failures.length === 0 ? 'Nothing' : null}>
            {batch.failures.length > 0 ? (
              <FailureList batchId={batch.id} failures={batch.failures} />
            ) : (
              <p className={classes.dim}>No capture failed, was skipped or was overtaken.</p>
            )}
          </Panel>
        </div>
        <BatchItems batchId={batch.id} moving={isMoving(batch)} />
      </div>
    </>
  );
}
