'use client';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Verdict } from '../../generated/graphql.ts';
import { useKeys } from '../../lib/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { useSteadyUrl } from '../../ui/use-steady-url.ts';
import { EvidencePanel } from './evidence-panel.tsx';
import { PhotoPanel } from './photo-panel.tsx';
import { PlanogramPanel } from './planogram-panel.tsx';
import { PositionList } from './position-list.tsx';
import type { PositionVerdict, ReviewedCapture } from './read-capture.ts';
import { planogramVersionQuery } from './read-planogram-version.ts';
import { keyOf, useSelection } from './selection.ts';
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
  const verdicts = score?.verdicts ?? none;
  const order = useMemo(
    () => worstFirst(verdicts).filter((v) => only === null || v.verdict === only),
    [verdicts, only],
  );
  const selection = useSelection(order);
  const steady = useSteadyUrl(capture.id, photo?.url ?? '');
  const narrow = useMediaQuery('(max-width: 47.99em)');
  useKeys([['b', () => setShowBoxes((shown) => !shown)]]);

  const chosen = verdicts.find((verdict) => keyOf(verdict) === selection.selected);
  const evidence = chosen ? (
    <EvidencePanel
      verdict={chosen}
      planned={version.data?.positions.find((position) => position.id === chosen.positionId)}
      photo={photo}
      photoUrl={steady.url}
      select={selection.select}
    />
  ) : null;

  return (
    <div className={classes.bench} data-scored={score !== null}>
      <PhotoPanel
        photo={photo}
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
                <p className={classes.hint}>
                  Choose a position in the list, on the photo or on the planogram, or press j.
                </p>
              )}
            </Panel>
          )}
        </div>
      ) : null}
    </div>
  );
}
