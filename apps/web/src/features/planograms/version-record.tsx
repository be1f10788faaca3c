'use client';
import { useQuery } from '@tanstack/react-query';
import { sourceFormatLabel } from '../../labels/planogram-format-labels.ts';
import { ownTimeZone } from '../../lib/own-time-zone.ts';
import { Facts } from '../../ui/facts.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ActivationsPanel } from './activation/activations-panel.tsx';
import { AssignmentHistory } from './assignment-history.tsx';
import { siblingVersionsQuery } from './list-sibling-versions.ts';
import type { PlannedVersion } from './read-version.ts';
import { VersionList } from './version-list.tsx';
import classes from './version-screen.module.css';

/** Shows a version's facts, the other versions of its planogram, and where it was active. */
export function VersionRecord({ version }: { version: PlannedVersion }) {
  const { data: own, error, refetch } = useQuery(siblingVersionsQuery(version.label));
  const { facts, planogram } = version;
  const siblings = own?.versions.toReversed() ?? [];
  const figure = (value: number) => value.toLocaleString('en');
  return (
    <>
      <Panel title="Facts">
        <Facts
          facts={[
            ['Planogram', `${planogram.name} (${planogram.code})`],
            ['Positions', figure(facts.positions)],
            ['Facings', figure(facts.facings)],
            ['Products', figure(facts.products)],
            ['Active in', `${figure(facts.activeBays)} ${facts.activeBays === 1 ? 'bay' : 'bays'}`],
            ['Ever activated', `${figure(facts.assignments)} ${facts.assignments === 1 ? 'time' : 'times'}`],
            ['Imported from', sourceFormatLabel(version.sourceFormat)],
            ['Imported', <Moment key="at" at={version.createdAt} timeZone={ownTimeZone()} />],
            ['By', version.createdBy ?? 'not known'],
          ]}
        />
      </Panel>
      <Panel
        title="Versions of this planogram"
        aside={own ? <span className={classes.aside}>{figure(own.versionCount)}</span> : null}
        flush
      >
        {!own ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={2} /> : null}
        <VersionList
          versions={siblings}
          here={version}
          note={
            own && siblings.length < own.versionCount
              ? `The latest ${figure(siblings.length)} of them.`
              : null
          }
        />
      </Panel>
      <div className={classes.two}>
        <ActivationsPanel label={version.label} />
        <AssignmentHistory label={version.label} total={facts.assignments} />
      </div>
    </>
  );
}
