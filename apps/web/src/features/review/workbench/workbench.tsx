'use client';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Verdict } from '../../generated/graphql.ts';
import { useKeys } from '../../lib/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { useSteadyUrl } from '../../ui/use-steady-url.ts';
import { WaiveDialog } from '../waivers/waive-dialog.tsx';
import { ChosenFinding } from './chosen-finding.tsx';
import { OverruleDialog } from './overrule-dialog.tsx';
import { PhotoPanel } from './photo-panel.tsx';
import { PlanogramPanel } from './planogram-panel.tsx';
import { PositionList } from './position-list.tsx';
import { captureQuery, type PositionVerdict, type ReviewedCapture } from './read-capture.ts';
import { planogramVersionQuery } from './read-planogram-version.ts';
import { RulingProgress } from './ruling-progress.tsx';
import { keyOf, useSelection } from './selection.ts';
import { useReviewDialogs } from './use-review-dialogs.ts';
import { useRulings } from './use-rulings.ts';
import { VerdictCounts } from './verdict-counts.tsx';
import classes from './workbench.module.css';
import { worstFirst } from './worst-first.ts';

const none: PositionVerdict[] = [];

/** Photo, planogram and findings side by side; hover and choice are one for all three. */
export function Workbench({ capture }: { capture: ReviewedCapture }) {
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
  const selection = useSelection(order, dialogs.isOpen);
  const steady = useSteadyUrl(capture.id, photo?.url ?? '');
  const narrow = useMediaQuery('(max-width: 47.99em)');
  useKeys(dialogs.isOpen ? [] : [['b', () => setShowBoxes((shown) => !shown)]]);

  const chosen = verdicts.find((verdict) => keyOf(verdict) === selection.selected);
  const rulings = useRulings(capture, chosen, selection, dialogs);
  const client = useQueryClient();
  const progress = (
    <RulingProgress
      overrule={rulings.overrule}
      reload={() => client.invalidateQueries(captureQuery(capture.id))}
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
        rulings={rulings}
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
        asking={dialogs.asking}
        version={version.data ?? null}
        close={dialogs.close}
        rule={rulings.overrule.mutate}
      />
      <WaiveDialog place={dialogs.waiving} close={dialogs.close} />
    </div>
  );
}
