import type { Metadata } from 'next';
import { VersionScreen } from '../../../../features/planograms/version-screen.tsx';

export const metadata: Metadata = { title: 'Planogram version' };

export default async function PlanogramVersionPage({ params }: { params: Promise<{ label: string }> }) {
  const { label } = await params;
  return <VersionScreen label={decodeURIComponent(label)} />;
}
