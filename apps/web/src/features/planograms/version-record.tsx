'use client';
import { useQuery } from '@tanstack/react-query';
import { sourceFormatWord } from '../../lib/words/planogram-format-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ownTimeZone } from '../inference/own-time-zone.ts';
import { ActivationsPanel } from './activations-panel.tsx';
import { AssignmentHistory } from './assignment-history.tsx';
import { kinQuery } from './list-kin.ts';
import type { PlannedVersion } from './read-version.ts';
import { VersionList } from './version-list.tsx';
import classes from './version-screen.module.css';

/** What is known of a version beside its layout: its facts, its kin, where it was active. */
export function VersionRecord({ version }: { version: PlannedVersion }) {
  const { data: own, error, refetch } = useQuery(kinQuery(version.label));
  const { facts, planogram } = version;
  const kin = own?.versions.toReversed() ?? [];
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
            ['Imported from', sourceFormatWord(version.sourceFormat)],
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
          versions={kin}
          here={version}
          note={own && kin.length < own.versionCount ? `The latest ${figure(kin.length)} of them.` : null}
        />
      </Panel>
      <div className={classes.two}>
        <ActivationsPanel label={version.label} />
        <AssignmentHistory label={version.label} total={facts.assignments} />
      </div>
    </>
  );
}
