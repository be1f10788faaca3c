'use client';
import { Button, Kbd } from '@mantine/core';
import { IconArrowRight, IconFlag, IconPencil, IconQuestionMark } from '@tabler/icons-react';
import { ActionButton } from '../../../ui/action-button.tsx';
import classes from './decision-actions.module.css';

interface DecisionActionsProps {
  /** Why this person cannot overrule this finding now; null when they can. */
  whyNot: string | null;
  busy: boolean;
  goOn: () => void;
  overrule: () => void;
  /** Null where there is no position that could contain an unknown product. */
  markUnknown: (() => void) | null;
  /** Null where there is nothing to waive. */
  waive: { open: () => void; whyNot: string | null } | null;
}

/** Offers the actions of a reviewer on a finding. Actions without permission are explained, not hidden. */
export function DecisionActions({ whyNot, busy, goOn, overrule, markUnknown, waive }: DecisionActionsProps) {
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
          <ActionButton
            size="compact-sm"
            variant="default"
            leftSection={<IconFlag size={14} />}
            onClick={waive.open}
            obstacle={waive.whyNot}
          >
            Waive…
          </ActionButton>
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
