import { Button } from '@mantine/core';
import table from '../../ui/data-table.module.css';
import { Moment } from '../../ui/moment.tsx';
import type { QualityRule } from './list-quality-rules.ts';
import { finalPolicyLabels } from './rule-labels.ts';
import classes from './rule-table.module.css';

interface RuleTableProps {
  rules: readonly QualityRule[];
  /** Null for viewers without permission. */
  change: ((rule: QualityRule) => void) | null;
}

/** Lists the rule in force of each scope, and who set it. */
export function RuleTable({ rules, change }: RuleTableProps) {
  return (
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          <th>For</th>
          <th className={table.number}>Short side</th>
          <th className={table.number}>Sharpness</th>
          <th className={table.number}>Aspect</th>
          <th className={table.number}>Retries</th>
          <th>Without a better photo</th>
          <th>Set by</th>
          {change ? <th>Change</th> : null}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td>
              <b>{rule.store ? `${rule.store.code} · ${rule.store.name}` : 'Every store'}</b>
              <div className={classes.dim}>{rule.deviceModel ?? 'any camera model'}</div>
            </td>
            <td className={table.number}>from {rule.minShortSidePx} px</td>
            <td className={table.number}>from {rule.minSharpness}</td>
            <td className={table.number}>to {rule.maxAspect} to 1</td>
            <td className={table.number}>{rule.maxRetries}</td>
            <td>{finalPolicyLabels[rule.finalPolicy]}</td>
            <td className={classes.by}>
              {rule.builtIn || !rule.createdAt ? (
                'Built in'
              ) : (
                <>
                  {rule.createdBy}, <Moment at={rule.createdAt} timeZone={rule.store?.timeZone ?? 'UTC'} />
                </>
              )}
              <div className={classes.dim}>{rule.note}</div>
            </td>
            {change ? (
              <td>
                <Button variant="default" size="compact-sm" onClick={() => change(rule)}>
                  Change…
                </Button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
