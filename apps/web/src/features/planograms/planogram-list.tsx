'use client';
import { IconSearch } from '@tabler/icons-react';
import { useRowWalk } from '../../lib/use-row-walk.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import type { ListedPlanogram } from './list-planograms.ts';
import classes from './planograms-screen.module.css';
import { VersionList } from './version-list.tsx';

interface PlanogramListProps {
  planograms: readonly ListedPlanogram[];
  /** How many planograms match, including later pages. */
  total: number;
  search: string;
  /** The list belongs to an earlier search, while the new one is loading. */
  isOld: boolean;
  /** Null when all are shown. */
  showMore: (() => void) | null;
  isLoadingMore: boolean;
}

/** Lists planograms with their latest versions, the newest first. */
export function PlanogramList(props: PlanogramListProps) {
  const { planograms, total, search, isOld, showMore, isLoadingMore } = props;
  const body = useRowWalk<HTMLDivElement>();
  if (planograms.length === 0 && !isOld)
    return <Notice icon={IconSearch} title={`No planogram or version is called “${search}”`} />;
  return (
    <>
      <div ref={body} className={classes.parts} aria-busy={isOld} data-old={isOld}>
        {planograms.map(({ id, code, name, versions, versionCount }) => (
          <Panel key={id} title={name} aside={<span className={classes.code}>{code}</span>} flush>
            <VersionList versions={versions.toReversed()} note={noteOn(versions.length, versionCount)} />
          </Panel>
        ))}
      </div>
      {showMore ? (
        <ShowMore loading={isLoadingMore} show={showMore}>
          {planograms.length.toLocaleString('en')} of {total.toLocaleString('en')}
        </ShowMore>
      ) : null}
    </>
  );
}

/** `planogramsQuery` asks for this many versions of a planogram; fewer are all that match. */
const maxShown = 20;

const noteOn = (shown: number, all: number): string | null =>
  shown < maxShown || shown === all
    ? null
    : `The latest ${shown} are shown; the planogram has ${all.toLocaleString('en')} versions. Open one to see more of them.`;
