'use client';
import { Skeleton } from '@mantine/core';
import { IconLayoutOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CaptureState } from '../../../generated/graphql.ts';
import type { DrawnVersion } from '../../../shelf-view/read-planogram-version.ts';
import type { Selection } from '../../../shelf-view/selection.ts';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { PositionVerdict } from '../read-capture.ts';
import { DrawingCaption } from './drawing-caption.tsx';
import { JudgedPlanogram } from './judged-planogram.tsx';

interface PlanogramPanelProps {
  state: CaptureState;
  /** Null until a version has been chosen for the capture. */
  label: string | null;
  version: UseQueryResult<DrawnVersion | null>;
  verdicts: readonly PositionVerdict[];
  selection: Selection;
}

export function PlanogramPanel({ state, label, version, verdicts, selection }: PlanogramPanelProps) {
  const { data, error, refetch } = version;
  return (
    <Panel title="Planogram" aside={label}>
      {label === null ? (
        <Notice icon={IconLayoutOff} title="No version chosen yet">
          {state === 'VERSION_DRIFT'
            ? 'A person has to choose a version in the drift queue.'
            : 'The version is checked once the photo is ready.'}
        </Notice>
      ) : data ? (
        <>
          <JudgedPlanogram version={data} verdicts={verdicts} selection={selection} />
          <DrawingCaption verdicts={verdicts} selection={selection} />
        </>
      ) : error ? (
        <FaultNotice fault={error} retry={refetch} />
      ) : data === null ? (
        <Notice icon={IconLayoutOff} title={`Version ${label} is not in the database`} />
      ) : (
        <Skeleton height={380} />
      )}
    </Panel>
  );
}
