'use client';
import { IconLayoutOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planogramVersionQuery } from '../../../shelf-view/read-planogram-version.ts';
import type { Selection } from '../../../shelf-view/selection.ts';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ComparedDrawing } from './compared-drawing.tsx';
import { ComparedPhoto } from './compared-photo.tsx';
import classes from './compared-versions.module.css';
import { DifferenceList } from './difference-list.tsx';
import { type Difference, differencesOf } from './differences.ts';
import { versionDiffQuery } from './read-version-diff.ts';

export interface ComparedSide {
  /** The relation of the version to the group, such as "Tagged". */
  role: string;
  label: string;
  /** Null for a version that is not in the database. */
  id: string | null;
}

interface ComparedVersionsProps {
  /** Null until the newest capture is known. */
  captureId: string | null;
  from: ComparedSide;
  to: ComparedSide | null;
}

/** Shows the newest photo of a group beside both planogram versions, with every differing position marked. */
export function ComparedVersions({ captureId, from, to }: ComparedVersionsProps) {
  const [selected, select] = useState<string | null>(null);
  const [hovered, hover] = useState<string | null>(null);
  const selection: Selection = { selected, hovered, select, hover };
  const fromId = from.id ?? '';
  const toId = to?.id ?? '';
  const { data: diff } = useQuery({
    ...versionDiffQuery(fromId, toId),
    enabled: fromId !== '' && toId !== '',
  });
  const differences = diff ? differencesOf(diff) : [];
  return (
    <div className={classes.compare}>
      <div className={classes.columns}>
        <figure>
          <figcaption>
            <b>Photo</b>
          </figcaption>
          {captureId ? (
            <ComparedPhoto
              captureId={captureId}
              fromLabel={from.label}
              differences={byPosition(differences, 'fromId')}
              selection={selection}
            />
          ) : (
            <LoadingRows rows={1} height={300} />
          )}
        </figure>
        <Side side={from} differences={byPosition(differences, 'fromId')} selection={selection} />
        {to ? (
          <Side side={to} differences={byPosition(differences, 'toId')} selection={selection} />
        ) : (
          <figure>
            <Notice icon={IconLayoutOff} title="No version is active for this bay" />
          </figure>
        )}
      </div>
      {diff ? (
        <DifferenceList summary={diff.summary} differences={differences} selection={selection} />
      ) : null}
    </div>
  );
}

interface SideProps {
  side: ComparedSide;
  differences: ReadonlyMap<string, Difference>;
  selection: Selection;
}

function Side({ side, differences, selection }: SideProps) {
  const { data, error, refetch } = useQuery({
    ...planogramVersionQuery(side.label),
    enabled: side.id !== null,
  });
  return (
    <figure>
      <figcaption>
        {side.role} <b>{side.label}</b>
      </figcaption>
      {data ? (
        <ComparedDrawing version={data} differences={differences} selection={selection} />
      ) : error ? (
        <FaultNotice fault={error} retry={refetch} />
      ) : side.id === null || data === null ? (
        <Notice icon={IconLayoutOff} title={`Version ${side.label} is not in the database`}>
          Import it to compare it, and to score these captures against it.
        </Notice>
      ) : (
        <LoadingRows rows={1} height={300} />
      )}
    </figure>
  );
}

function byPosition(
  differences: readonly Difference[],
  side: 'fromId' | 'toId',
): ReadonlyMap<string, Difference> {
  return new Map(
    differences.flatMap((difference): [string, Difference][] => {
      const id = difference[side];
      return id === null ? [] : [[id, difference]];
    }),
  );
}
