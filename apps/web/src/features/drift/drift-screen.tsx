'use client';
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { DriftBatchesPanel } from './drift-batches-panel.tsx';
import classes from './drift-screen.module.css';
import type { DriftSlots } from './drift-slots.ts';
import { silentDriftGroupsQuery } from './silent/list-silent-drift-groups.ts';
import { SilentDrift } from './silent/silent-drift.tsx';
import { driftGroupsQuery } from './tagged/list-drift-groups.ts';
import { TaggedDrift } from './tagged/tagged-drift.tsx';

const kinds = ['tagged', 'silent'] as const;

export function DriftScreen({ slots }: { slots: DriftSlots }) {
  const [kind, setKind] = useQueryState(
    'kind',
    parseAsStringLiteral(kinds).withDefault('tagged').withOptions({ history: 'replace' }),
  );
  const { data: tagged } = useQuery(driftGroupsQuery);
  const { data: silent } = useQuery(silentDriftGroupsQuery);
  const viewer = useViewer();
  const mayDecide = can(viewer, 'REPROCESS_START') || can(viewer, 'SILENT_DRIFT_DISMISS');
  const anything = (tagged?.length ?? 0) + (silent?.length ?? 0) > 0;
  return (
    <>
      <PageTitle title="Drift queue" about="Choose the planogram version for these captures." />
      {anything && !mayDecide ? (
        <p>You can view the drift queue, but your role does not include releasing or dismissing captures.</p>
      ) : null}
      <DriftBatchesPanel batchRow={slots.batchRow} />
      <Tabs value={kind} onChange={(value) => setKind(value === 'silent' ? 'silent' : 'tagged')}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="tagged" rightSection={<Sum groups={tagged} />}>
            Tagged drift
          </Tabs.Tab>
          <Tabs.Tab value="silent" rightSection={<Sum groups={silent} />}>
            Silent drift
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tagged">
          <p className={classes.about}>
            The device tagged another version than the active one of the bay. These captures wait for a
            decision and have no score yet.
          </p>
          {kind === 'tagged' ? <TaggedDrift /> : null}
        </Tabs.Panel>
        <Tabs.Panel value="silent">
          <p className={classes.about}>
            The tag was right, but the shelf follows another version clearly better. These captures are
            scored; their scores say more about the plan than about the shelf.
          </p>
          {kind === 'silent' ? <SilentDrift dryRun={slots.dryRun} /> : null}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** Shows the number of captures in all groups; nothing until it is known. */
function Sum({ groups }: { groups: readonly { count: number }[] | undefined }) {
  if (!groups) return null;
  return (
    <span className={classes.sum}>
      {groups.reduce((sum, { count }) => sum + count, 0).toLocaleString('en')}
    </span>
  );
}
