import { Anchor, Button } from '@mantine/core';
import { Moment } from '../../ui/moment.tsx';
import classes from './bay-waivers.module.css';
import type { ListedWaiver } from './list-waivers.ts';

interface WaiverRowProps {
  waiver: ListedWaiver;
  timeZone: string;
  select: (positionId: string) => void;
  /** Null for viewers without permission. */
  revoke: (() => void) | null;
}

export function WaiverRow({ waiver, timeZone, select, revoke }: WaiverRowProps) {
  const { positionId, product, reason, author, createdAt, expiresAt } = waiver;
  return (
    <li className={classes.row}>
      <div>
        <Anchor component="button" type="button" inherit fw={550} onClick={() => select(positionId)}>
          {product.name}
        </Anchor>
        <span className={classes.dim}>
          {' '}
          position {positionId}, until <Moment at={expiresAt} timeZone="UTC" /> UTC
        </span>
        <div>“{reason}”</div>
        <div className={classes.dim}>
          {author}, <Moment at={createdAt} timeZone={timeZone} />
        </div>
      </div>
      {revoke ? (
        <Button
          size="compact-xs"
          variant="default"
          onClick={revoke}
          aria-label={`Revoke the waiver of ${product.name}`}
        >
          Revoke…
        </Button>
      ) : null}
    </li>
  );
}
