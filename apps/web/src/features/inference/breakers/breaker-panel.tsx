'use client';
import { Select } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BreakerCalls } from './breaker-calls.tsx';
import { BreakerStateTag } from './breaker-state-tag.tsx';
import classes from './inference.module.css';
import type { WindowName } from './inference-view.ts';
import { PolicyFacts } from './policy-facts.tsx';
import type { BreakerNow } from './read-inference.ts';
import { TransitionList } from './transition-list.tsx';

interface BreakerPanelProps {
  breakers: readonly BreakerNow[];
  /** From the address; the first one when it names none that is there. */
  chosen: string | null;
  choose: (name: string) => void;
  windowName: WindowName;
  windowWord: string;
}

/** One breaker in depth: the calls behind its opinion, every change of its mind, and its policy. */
export function BreakerPanel({ breakers, chosen, choose, windowName, windowWord }: BreakerPanelProps) {
  const shown = breakers.find(({ name }) => name === chosen) ?? breakers[0];
  if (!shown)
    return (
      <Panel title="Breaker history">
        <Notice icon={IconPlugConnected} title="No breaker yet">
          One is there as soon as a worker has asked a cloud or edge tier.
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
        <BreakerCalls name={shown.name} windowName={windowName} windowWord={windowWord} />
        <TransitionList key={shown.name} name={shown.name} />
      </div>
      <PolicyFacts breaker={shown} />
    </Panel>
  );
}
