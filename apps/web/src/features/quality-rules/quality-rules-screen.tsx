'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { can, notPermitted } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { ActionButton } from '../../ui/action-button.tsx';
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
  const maySet = can(useViewer(), 'QUALITY_RULE_SET');
  const [editing, setEditing] = useState<{ from: QualityRule | null } | null>(null);
  return (
    <>
      <PageTitle
        title="Photo quality"
        about="Requirements for a photo to be scored. The rule of store and camera model applies before that of the store, then of the model, then of all."
        actions={
          <ActionButton
            disabled={!rules}
            onClick={() => setEditing({ from: null })}
            obstacle={maySet ? null : notPermitted}
          >
            Set a rule…
          </ActionButton>
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
