'use client';
import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLayoutList, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useRowWalk } from '../../lib/use-row-walk.ts';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { StoreGroupsDialog } from '../store-groups/store-groups-dialog.tsx';
import { ActivationsPanel } from './activations-panel.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { planogramsQuery } from './list-planograms.ts';
import { mayManagePlanograms } from './may-manage-planograms.ts';
import classes from './planograms-screen.module.css';
import { searchPlanograms } from './search-planograms.ts';
import { VersionList } from './version-list.tsx';

export function PlanogramsScreen() {
  const { data: planograms, error, refetch } = useQuery(planogramsQuery);
  const may = mayManagePlanograms(useViewer());
  const [search, setSearch] = useQueryState(
    'q',
    parseAsString.withDefault('').withOptions({ history: 'replace' }),
  );
  const [importing, importDialog] = useDisclosure(false);
  const [grouping, groupDialog] = useDisclosure(false);
  const body = useRowWalk<HTMLDivElement>();
  const found = planograms ? searchPlanograms(planograms, search) : [];
  return (
    <>
      <PageTitle
        title="Planograms"
        about="What shelves should look like. A version never changes; which one counts in a bay is what gets activated there."
        actions={
          <Group gap={8}>
            <Button variant="default" onClick={groupDialog.open}>
              Store groups…
            </Button>
            {may ? <Button onClick={importDialog.open}>Import…</Button> : null}
          </Group>
        }
      />
      {may ? null : (
        <p>You can look, but not import or activate: that is for category managers and administrators.</p>
      )}
      {error && planograms ? <StaleNotice retry={refetch} /> : null}
      {!planograms ? (
        error ? (
          <FaultNotice fault={error} retry={refetch} />
        ) : (
          <LoadingRows rows={5} height={64} />
        )
      ) : null}
      {planograms?.length === 0 ? (
        <Notice
          icon={IconLayoutList}
          title="No planogram yet"
          action={may ? <Button onClick={importDialog.open}>Import the first one…</Button> : undefined}
        >
          Begin with a file from your planning tool: PSA, CSV, Azure JSON, PTS or our own JSON. Then activate
          the version in the bays that it is for.
        </Notice>
      ) : null}
      {planograms && planograms.length > 0 ? (
        <div className={classes.parts}>
          <ActivationsPanel label={null} />
          <search aria-label="Search planograms">
            <TextInput
              className={classes.search}
              size="xs"
              aria-label="Search"
              placeholder="Name, code or version"
              leftSection={<IconSearch size={15} aria-hidden />}
              value={search}
              onChange={(event) => void setSearch(event.currentTarget.value || null)}
            />
          </search>
          <div ref={body} className={classes.parts}>
            {found.map(({ id, code, name, versions }) => (
              <Panel key={id} title={name} aside={<span className={classes.code}>{code}</span>} flush>
                <VersionList versions={versions} />
              </Panel>
            ))}
          </div>
          {found.length === 0 ? (
            <Notice icon={IconSearch} title={`No planogram or version is called “${search}”`} />
          ) : null}
        </div>
      ) : null}
      <ImportDialog opened={importing} close={importDialog.close} />
      <StoreGroupsDialog opened={grouping} close={groupDialog.close} />
    </>
  );
}
