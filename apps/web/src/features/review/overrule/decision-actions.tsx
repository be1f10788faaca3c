'use client';
import { Button, Kbd, Tooltip } from '@mantine/core';
import { IconArrowRight, IconFlag, IconPencil, IconQuestionMark } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './ruling-actions.module.css';

interface RulingActionsProps {
  /** Why this finding cannot be overruled by this person now; null when it can. */
  whyNot: string | null;
  busy: boolean;
  goOn: () => void;
  overrule: () => void;
  /** Null where there is no position that could hold an unknown product. */
  markUnknown: (() => void) | null;
  /** Null where there is nothing to waive. */
  waive: { open: () => void; whyNot: string | null } | null;
}

/** What a reviewer does with a finding. What is not theirs to do is told, not hidden. */
export function RulingActions({ whyNot, busy, goOn, overrule, markUnknown, waive }: RulingActionsProps) {
  const blocked = whyNot !== null || busy;
  return (
    <div>
      <div className={classes.actions}>
        <Button size="compact-sm" onClick={goOn} rightSection={<IconArrowRight size={14} />}>
          Accept, next <Key name="a" />
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPencil size={14} />}
          disabled={blocked}
          onClick={overrule}
        >
          Overrule… <Key name="o" />
        </Button>
        {markUnknown ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconQuestionMark size={14} />}
            disabled={blocked}
            onClick={markUnknown}
          >
            Unknown… <Key name="u" />
          </Button>
        ) : null}
        {waive ? (
          <WithReason reason={waive.whyNot}>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconFlag size={14} />}
              disabled={waive.whyNot !== null}
              onClick={waive.open}
            >
              Waive…
            </Button>
          </WithReason>
        ) : null}
      </div>
      {whyNot ? <p className={classes.why}>{whyNot}</p> : null}
    </div>
  );
}

const Key = ({ name }: { name: string }) => (
  <Kbd size="xs" ml={6} aria-hidden className={classes.key ?? ''}>
    {name}
  </Kbd>
);

function WithReason({ reason, children }: { reason: string | null; children: ReactNode }) {
  return reason ? (
    <Tooltip label={reason}>
      <span>{children}</span>
    </Tooltip>
  ) : (
    children
  );
}
