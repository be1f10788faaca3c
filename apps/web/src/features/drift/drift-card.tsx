'use client';
import { Button, Tooltip } from '@mantine/core';
import { IconArrowRight, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import { type ReactNode, useId, useState } from 'react';
import type { BatchGlance } from '../batches/batch-glance.ts';
import { BatchStateTag } from '../batches/batch-state-tag.tsx';
import classes from './drift-group-card.module.css';

export interface DriftAct {
  label: string;
  /** Why it cannot be done now; null when it can. */
  obstacle: string | null;
  act: () => void;
  main?: boolean;
}

interface DriftCardProps {
  name: string;
  bay: { aisle: string; store: { code: string; name: string } };
  count: number;
  from: { role: string; label: string };
  to: { role: string; label: string };
  /** What works on the group now. */
  batch: BatchGlance | undefined;
  acts: readonly DriftAct[];
  list: () => ReactNode;
  compare: () => ReactNode;
  /** What there is to say about it, in small print. */
  children: ReactNode;
}

type Part = 'compare' | 'list';

/** One group: how many captures of which bay and versions, what can be done, and its parts to be unfolded. */
export function DriftCard(props: DriftCardProps) {
  const { name, bay, count, from, to, batch, acts, list, compare, children } = props;
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
          {acts.map((act) => (
            <ActButton key={act.label} {...act} />
          ))}
        </div>
      </div>
      <div id={partId}>{open === 'compare' ? compare() : open === 'list' ? list() : null}</div>
    </article>
  );
}

function ActButton({ label, obstacle, act, main = false }: DriftAct) {
  const button = (
    <Button variant={main ? 'filled' : 'default'} onClick={act} disabled={obstacle !== null}>
      {label}
    </Button>
  );
  if (obstacle === null) return button;
  return (
    <Tooltip label={obstacle}>
      <span>{button}</span>
    </Tooltip>
  );
}
