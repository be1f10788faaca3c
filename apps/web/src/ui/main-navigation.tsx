'use client';
import { Tooltip } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconArchive,
  IconBell,
  IconCamera,
  IconCameraRotate,
  IconDatabaseImport,
  IconGitBranch,
  IconGitMerge,
  IconLayoutDashboard,
  IconLayoutList,
  IconMailOff,
  IconPhotoScan,
  IconStack3,
  IconStackPush,
} from '@tabler/icons-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './main-navigation.module.css';

const screens = [
  { href: '/', label: 'Overview', icon: IconLayoutDashboard },
  { href: '/captures', label: 'Captures', icon: IconPhotoScan },
  { href: '/recaptures', label: 'Recaptures', icon: IconCameraRotate },
  { href: '/conflicts', label: 'Conflicts', icon: IconGitMerge },
  { href: '/drift', label: 'Drift queue', icon: IconGitBranch },
  { href: '/planograms', label: 'Planograms', icon: IconLayoutList },
  { href: '/master-data', label: 'Master data', icon: IconDatabaseImport },
  { href: '/batches', label: 'Batches', icon: IconStackPush },
  { href: '/dead-letters', label: 'Dead letters', icon: IconMailOff },
  { href: '/devices', label: 'Devices', icon: IconCamera },
  { href: '/inference', label: 'Inference', icon: IconStack3 },
  { href: '/alerts', label: 'Alerts', icon: IconBell },
  { href: '/settings/quality', label: 'Photo quality', icon: IconAdjustmentsHorizontal },
  { href: '/settings/retention', label: 'Retention', icon: IconArchive },
] as const;

/** A short count beside some of the links; empty counts take no space. */
export type NavigationCounts = Partial<Record<(typeof screens)[number]['href'], ReactNode>>;

export function MainNavigation({ path, counts }: { path: string; counts: NavigationCounts }) {
  return (
    <nav aria-label="Main">
      <ul className={classes.list}>
        {screens.map(({ href, label, icon: ScreenIcon }) => {
          const here = href === '/' ? path === '/' : path.startsWith(href);
          return (
            <li key={href}>
              <Tooltip label={label} position="right" classNames={{ tooltip: classes.hint ?? '' }}>
                <Link href={href} className={classes.link} aria-current={here ? 'page' : undefined}>
                  <ScreenIcon size={20} stroke={1.6} aria-hidden />
                  <span className={classes.label}>{label}</span>
                  <span className={classes.count}>{counts[href]}</span>
                </Link>
              </Tooltip>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
