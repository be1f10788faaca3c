'use client';
import { Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowRight, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { Age } from '../../ui/moment.tsx';
import classes from './drift-group-card.module.css';
import { reasonOf } from './drift-words.ts';
import { DriftedCaptures } from './drifted-captures.tsx';
import type { DriftGroup } from './list-drift-groups.ts';

interface DriftGroupCardProps {
  group: DriftGroup;
  mayRelease: boolean;
  release: () => void;
}

/** The captures of one bay with one tagged and one active version. */
export function DriftGroupCard({ group, mayRelease, release }: DriftGroupCardProps) {
  const [open, { toggle }] = useDisclosure(false);
  const listId = useId();
  const { bay, count } = group;
  const releaseButton = (
    <Button onClick={release} disabled={!mayRelease || group.modes.length === 0}>
      Release…
    </Button>
  );
  const obstacle = !mayRelease
    ? 'Only category managers and administrators release captures'
    : group.modes.length === 0
      ? 'No planogram version is known that these captures could be scored against'
      : null;
  return (
    <article
      className={classes.card}
      aria-label={`${bay.store.code} ${bay.aisle}, tagged ${group.taggedVersion}`}
    >
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
              tagged <b>{group.taggedVersion}</b>
            </span>
            <IconArrowRight size={14} aria-hidden />
            <span>
              {group.active ? (
                <>
                  active <b>{group.active.label}</b>
                </>
              ) : (
                'none active'
              )}
            </span>
          </div>
          <div className={classes.dim}>
            {reasonOf(group)} Oldest <Age at={group.oldest} timeZone={bay.store.timeZone} />, newest{' '}
            <Age at={group.newest} timeZone={bay.store.timeZone} />.
          </div>
        </div>
        <div className={classes.actions}>
          <Button
            variant="default"
            leftSection={open ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
            aria-expanded={open}
            aria-controls={listId}
            onClick={toggle}
          >
            Captures
          </Button>
          {obstacle ? (
            <Tooltip label={obstacle}>
              <span>{releaseButton}</span>
            </Tooltip>
          ) : (
            releaseButton
          )}
        </div>
      </div>
      <div id={listId}>
        {open ? <DriftedCaptures bayId={bay.id} taggedVersion={group.taggedVersion} /> : null}
      </div>
    </article>
  );
}
