'use client';
import { Button, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { maySetQualityRules, useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { type QualityRule, qualityRulesQuery } from './list-quality-rules.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleTable } from './rule-table.tsx';

export function QualityRulesScreen() {
  const { data: rules, error, refetch } = useQuery(qualityRulesQuery);
  const maySet = maySetQualityRules(useViewer());
  const [editing, setEditing] = useState<{ from: QualityRule | null } | null>(null);
  const button = (
    <Button disabled={!maySet || !rules} onClick={() => setEditing({ from: null })}>
      Set a rule…
    </Button>
  );
  return (
    <>
      <PageTitle
        title="Photo quality"
        about="What a photo must be like to be scored. The rule of store and camera model counts before the one of the store, then of the model, then of all."
        actions={
          maySet ? (
            button
          ) : (
            <Tooltip label="Only operators and administrators set rules">
              <span>{button}</span>
            </Tooltip>
          )
        }
      />
      {error && rules ? <StaleNotice retry={refetch} /> : null}
      <Panel title="Rules in force" flush scrolls>
        {!rules ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={3} /> : null}
        {rules ? <RuleTable rules={rules} change={maySet ? (from) => setEditing({ from }) : null} /> : null}
      </Panel>
      <RuleDialog editing={editing} rules={rules ?? []} close={() => setEditing(null)} />
    </>
  );
}
