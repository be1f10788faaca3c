'use client';
import { Button } from '@mantine/core';
import { IconArrowRight, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import { type ReactNode, useId, useState } from 'react';
import type { BatchSummary } from '../../lib/batches/batch-summary.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { BatchStateTag } from '../../ui/batch-state-tag.tsx';
import classes from './drift-card.module.css';

export interface DriftAction {
  label: string;
  /** Why the action is not possible now; null when it is. */
  obstacle: string | null;
  run: () => void;
  main?: boolean;
}

interface DriftCardProps {
  name: string;
  bay: { aisle: string; store: { code: string; name: string } };
  count: number;
  from: { role: string; label: string };
  to: { role: string; label: string };
  /** The batch that processes the group now. */
  batch: BatchSummary | undefined;
  actions: readonly DriftAction[];
  list: () => ReactNode;
  compare: () => ReactNode;
  /** Details in small print. */
  children: ReactNode;
}

type Part = 'compare' | 'list';

/** Shows one group: how many captures of which bay and versions, the actions, and its parts on demand. */
export function DriftCard(props: DriftCardProps) {
  const { name, bay, count, from, to, batch, actions, list, compare, children } = props;
  const [open, setOpen] = useState<Part | null>(null);
  const partId = useId();
  const fold = (part: Part, label: string) => (
    <Button
      variant="default"
      leftSection={open === part ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
      aria-expanded={open === part}
      aria-controls={partId}
      onClick={() => setOpen(open === part ? null : part)}
    >
      {label}
    </Button>
  );
  return (
    <article className={classes.card} aria-label={name}>
      <div className={classes.row}>
        <div className={classes.count}>
          <b>{count.toLocaleString('en')}</b>
          <span>{count === 1 ? 'capture' : 'captures'}</span>
        </div>
        <div className={classes.what}>
          <h2>
            {bay.store.code} · {bay.aisle} <small>{bay.store.name}</small>
          </h2>
          <div className={classes.versions}>
            <span>
              {from.role} <b>{from.label}</b>
            </span>
            <IconArrowRight size={14} aria-hidden />
            <span>
              {to.role} <b>{to.label}</b>
            </span>
          </div>
          <div className={classes.dim}>{children}</div>
          {batch ? (
            <div className={classes.batch}>
              <BatchStateTag state={batch.state} />
              <Link href={`/batches/${encodeURIComponent(batch.id)}`} prefetch={false}>
                {batch.ended.toLocaleString('en')} of {batch.total.toLocaleString('en')} done in a batch
              </Link>
            </div>
          ) : null}
        </div>
        <div className={classes.actions}>
          {fold('compare', 'Compare')}
          {fold('list', 'Captures')}
          {actions.map(({ label, obstacle, run, main = false }) => (
            <ActionButton key={label} variant={main ? 'filled' : 'default'} onClick={run} obstacle={obstacle}>
              {label}
            </ActionButton>
          ))}
        </div>
      </div>
      <div id={partId}>{open === 'compare' ? compare() : open === 'list' ? list() : null}</div>
    </article>
  );
}
