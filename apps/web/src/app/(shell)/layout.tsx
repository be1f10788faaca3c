import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { OpenAlertCount } from '../../features/alerts/open-alert-count.tsx';
import { LiveIndicator } from '../../features/pipeline/live-indicator.tsx';
import { PipelineStrip } from '../../features/pipeline/pipeline-strip.tsx';
import { UserMenu } from '../../features/session/user-menu.tsx';
import { readViewer } from '../../lib/read-viewer.ts';
import { AppFrame } from '../../ui/app-frame.tsx';
import { KeysHelp } from '../../ui/keys-help.tsx';
import { ServerAway } from '../../ui/server-away.tsx';
import { ThemeSwitch } from '../../ui/theme-switch.tsx';
import { ViewerProvider } from '../../ui/viewer-provider.tsx';

export default async function ShellLayout({ children }: { children: ReactNode }) {
  const viewer = await readViewer();
  if (!viewer) return <ServerAway />;
  if (viewer.kind !== 'PERSON') {
    const path = (await headers()).get('x-path') ?? '/';
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  const tools = (
    <>
      <LiveIndicator />
      <KeysHelp />
      <ThemeSwitch />
      <UserMenu />
    </>
  );
  return (
    <ViewerProvider viewer={viewer}>
      <AppFrame strip={<PipelineStrip />} tools={tools} counts={{ '/alerts': <OpenAlertCount /> }}>
        <div>{children}</div>
      </AppFrame>
    </ViewerProvider>
  );
}
