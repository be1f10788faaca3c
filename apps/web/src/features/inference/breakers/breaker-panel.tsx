'use client';
import { Select } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import classes from '../inference.module.css';
import type { WindowName } from '../inference-view.ts';
import type { CurrentBreaker } from '../read-inference.ts';
import { BreakerCalls } from './breaker-calls.tsx';
import { BreakerStateTag } from './breaker-state-tag.tsx';
import { PolicyFacts } from './policy-facts.tsx';
import { TransitionList } from './transition-list.tsx';

interface BreakerPanelProps {
  breakers: readonly CurrentBreaker[];
  /** From the address; the first breaker when the address names none that exists. */
  chosen: string | null;
  choose: (name: string) => void;
  windowName: WindowName;
  windowLabel: string;
}

/** Shows one breaker in detail: its calls, every change of its state, and its policy. */
export function BreakerPanel({ breakers, chosen, choose, windowName, windowLabel }: BreakerPanelProps) {
  const shown = breakers.find(({ name }) => name === chosen) ?? breakers[0];
  if (!shown)
    return (
      <Panel title="Breaker history">
        <Notice icon={IconPlugConnected} title="No breaker yet">
          A breaker appears after the first call of a worker to a cloud or edge tier.
        </Notice>
      </Panel>
    );
  const picker = (
    <div className={classes.moves}>
      <BreakerStateTag state={shown.state} />
      {breakers.length > 1 ? (
        <Select
          aria-label="Breaker"
          data={breakers.map(({ name }) => name)}
          value={shown.name}
          onChange={(name) => name && choose(name)}
          allowDeselect={false}
        />
      ) : (
        <code>{shown.name}</code>
      )}
    </div>
  );
  return (
    <Panel title="Breaker history" aside={picker}>
      <div className={classes.columns}>
        <BreakerCalls name={shown.name} windowName={windowName} windowLabel={windowLabel} />
        <TransitionList key={shown.name} name={shown.name} />
      </div>
      <PolicyFacts breaker={shown} />
    </Panel>
  );
}
