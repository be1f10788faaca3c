'use client';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Verdict } from '../../../generated/graphql.ts';
import { useKeys } from '../../../lib/keys.ts';
import { planogramVersionQuery } from '../../../shelf-view/read-planogram-version.ts';
import { useSelection } from '../../../shelf-view/selection.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useSteadyUrl } from '../../../ui/use-steady-url.ts';
import { findingKey } from '../finding-key.ts';
import { DecisionProgress } from '../overrule/decision-progress.tsx';
import { OverruleDialog } from '../overrule/overrule-dialog.tsx';
import { useDecisions } from '../overrule/use-decisions.ts';
import { useReviewDialogs } from '../overrule/use-review-dialogs.ts';
import { captureKey, type PositionVerdict, type ReviewedCapture } from '../read-capture.ts';
import type { ReviewSlots } from '../review-slots.ts';
import { ChosenFinding } from './chosen-finding.tsx';
import { PhotoPanel } from './photo-panel.tsx';
import { PlanogramPanel } from './planogram-panel.tsx';
import { PositionList } from './position-list.tsx';
import { VerdictCounts } from './verdict-counts.tsx';
import classes from './workbench.module.css';
import { worstFirst } from './worst-first.ts';

const none: PositionVerdict[] = [];

interface WorkbenchProps extends Pick<ReviewSlots, 'waiveDialog'> {
  capture: ReviewedCapture;
}

/** Shows photo, planogram and findings side by side, with one selection for all three. */
export function Workbench({ capture, waiveDialog }: WorkbenchProps) {
  const { photo, currentScore: score } = capture;
  const label = score?.planogramVersion.label ?? capture.planogramVersion?.label ?? null;
  const version = useQuery({ ...planogramVersionQuery(label ?? ''), enabled: label !== null });
  const [only, setOnly] = useState<Verdict | null>(null);
  const [showBoxes, setShowBoxes] = useState(true);
  const dialogs = useReviewDialogs();
  const verdicts = score?.verdicts ?? none;
  const order = useMemo(
    () => worstFirst(verdicts).filter((v) => only === null || v.verdict === only),
    [verdicts, only],
  );
  const keys = useMemo(() => order.map(findingKey), [order]);
  const selection = useSelection(keys, dialogs.isOpen);
  const steady = useSteadyUrl(capture.id, photo?.url ?? '');
  const narrow = useMediaQuery('(max-width: 47.99em)');
  useKeys(dialogs.isOpen ? [] : [['b', () => setShowBoxes((shown) => !shown)]]);

  const chosen = verdicts.find((verdict) => findingKey(verdict) === selection.selected);
  const decisions = useDecisions(capture, chosen, selection, dialogs);
  const client = useQueryClient();
  const progress = (
    <DecisionProgress
      overrule={decisions.overrule}
      reload={() => client.invalidateQueries({ queryKey: captureKey(capture.id) })}
    />
  );
  const evidence =
    chosen && score ? (
      <ChosenFinding
        verdict={chosen}
        capture={capture}
        score={score}
        version={version.data ?? null}
        photoUrl={steady.url}
        select={selection.select}
        decisions={decisions}
        dialogs={dialogs}
        progress={progress}
      />
    ) : null;

  return (
    <div className={classes.bench} data-scored={score !== null}>
      <PhotoPanel
        capture={capture}
        url={steady.url}
        failed={steady.failed}
        onPhotoError={steady.onError}
        verdicts={verdicts}
        selection={selection}
        showBoxes={showBoxes}
        setShowBoxes={setShowBoxes}
      />
      <PlanogramPanel
        state={capture.state}
        label={label}
        version={version}
        verdicts={verdicts}
        selection={selection}
      />
      {score ? (
        <div className={classes.findings}>
          <Panel
            title="Positions, worst first"
            aside={<span className={classes.count}>{order.length}</span>}
            flush
          >
            <VerdictCounts counts={score.verdictCounts} only={only} setOnly={setOnly} />
            <PositionList verdicts={order} selection={selection} detail={narrow ? evidence : null} />
          </Panel>
          {narrow ? null : (
            <Panel title="Evidence" flush>
              {evidence ?? (
                <>
                  <p className={classes.hint}>
                    Choose a position in the list, on the photo or on the planogram, or press j.
                  </p>
                  {progress}
                </>
              )}
            </Panel>
          )}
        </div>
      ) : null}
      <OverruleDialog
        request={dialogs.request}
        version={version.data ?? null}
        close={dialogs.close}
        decide={decisions.overrule.mutate}
      />
      {waiveDialog(dialogs.waiving, dialogs.close)}
    </div>
  );
}
