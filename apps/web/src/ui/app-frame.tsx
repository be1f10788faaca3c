'use client';
import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import classes from './app-frame.module.css';
import { Brand } from './brand.tsx';
import { MainNavigation, type NavigationCounts } from './main-navigation.tsx';

interface AppFrameProps {
  /** Between the name and the tools. */
  strip: ReactNode;
  tools: ReactNode;
  counts: NavigationCounts;
  children: ReactNode;
}

/** Lays out header, navigation and screen. The navigation is a rail of icons below 1200 px and a drawer below 768. */
export function AppFrame({ strip, tools, counts, children }: AppFrameProps) {
  const [open, { toggle, close }] = useDisclosure(false);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: closing follows every change of path
  useEffect(close, [path]);
  return (
    <AppShell
      header={{ height: { base: 88, md: 48 } }}
      navbar={{ width: { base: 208, sm: 56, lg: 196 }, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding={0}
    >
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <AppShell.Header className={classes.header}>
        <Group gap={8} wrap="nowrap" className={classes.brand}>
          <Burger
            opened={open}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={open ? 'Close navigation' : 'Open navigation'}
          />
          <Brand />
        </Group>
        <div className={classes.strip}>{strip}</div>
        <Group gap={4} wrap="nowrap" className={classes.tools}>
          {tools}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} data-open={open}>
        <MainNavigation path={path} counts={counts} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </AppShell.Main>
    </AppShell>
  );
}
