'use client';
import { Tooltip } from '@mantine/core';
import { IconGitBranch, IconLayoutDashboard, IconMailOff, IconPhotoScan } from '@tabler/icons-react';
import Link from 'next/link';
import classes from './main-navigation.module.css';

const places = [
  { href: '/', label: 'Overview', icon: IconLayoutDashboard },
  { href: '/captures', label: 'Captures', icon: IconPhotoScan },
  { href: '/drift', label: 'Drift queue', icon: IconGitBranch },
  { href: '/dead-letters', label: 'Dead letters', icon: IconMailOff },
];

export function MainNavigation({ path }: { path: string }) {
  return (
    <nav aria-label="Main">
      <ul className={classes.list}>
        {places.map(({ href, label, icon: PlaceIcon }) => {
          const here = href === '/' ? path === '/' : path.startsWith(href);
          return (
            <li key={href}>
              <Tooltip label={label} position="right" classNames={{ tooltip: classes.hint ?? '' }}>
                <Link href={href} className={classes.link} aria-current={here ? 'page' : undefined}>
                  <PlaceIcon size={20} stroke={1.6} aria-hidden />
                  <span className={classes.label}>{label}</span>
                </Link>
              </Tooltip>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
