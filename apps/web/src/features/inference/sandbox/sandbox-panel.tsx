'use client';
import { useQuery } from '@tanstack/react-query';
import { can } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import classes from '../inference.module.css';
import { providerOf } from '../tier-summary.ts';
import { type SandboxProvider, sandboxQuery } from './read-sandbox.ts';
import { SandboxAwayNotice } from './sandbox-away-notice.tsx';
import { SandboxProviderLine } from './sandbox-provider-line.tsx';

/**
 * Shows the demo's cloud, whose providers can be made to fail; nothing where there is none.
 * @param breakers names of the existing breakers: their providers are the ones in use
 */
export function SandboxPanel({ breakers }: { breakers: readonly string[] }) {
  const { data: sandbox, error, refetch } = useQuery(sandboxQuery);
  const may = can(useViewer(), 'SANDBOX_FAULT_SET');
  if (sandbox === undefined && error)
    return (
      <Panel title="Sandbox cloud (demo)">
        <FaultNotice fault={error} retry={refetch} />
      </Panel>
    );
  if (!sandbox) return null;
  const inUse = new Set(breakers.map(providerOf));
  const isUsed = ({ provider }: SandboxProvider) => inUse.has(provider.toLowerCase());
  const unused = sandbox.providers.filter((each) => !isUsed(each));
  const list = (lines: readonly SandboxProvider[]) => (
    <ul className={classes.rows}>
      {lines.map((line) => (
        <li key={line.provider}>
          <SandboxProviderLine line={line} isUsed={isUsed(line)} maySwitch={may} />
        </li>
      ))}
    </ul>
  );
  return (
    <Panel title="Sandbox cloud (demo)" aside={<span className={classes.dim}>{sandbox.url}</span>} flush>
      {error ? <StaleNotice retry={refetch} /> : null}
      {sandbox.problem === null ? (
        <>
          {list(sandbox.providers.filter(isUsed))}
          {unused.length > 0 ? (
            <details className={classes.more} open={unused.length === sandbox.providers.length}>
              <summary>Providers that no worker of this instance has asked ({unused.length})</summary>
              {list(unused)}
            </details>
          ) : null}
        </>
      ) : (
        <SandboxAwayNotice problem={sandbox.problem} retry={refetch} />
      )}
      <div className={classes.foot}>
        <span className={classes.dim}>
          A cloud on this machine that answers like the real ones and can be made to fail: the breaker above
          opens, and closes after the provider is healthy again. Each switch is recorded in the audit log.
          {may ? '' : ' You can view the providers, but your role does not include switching them.'}
        </span>
      </div>
    </Panel>
  );
}
