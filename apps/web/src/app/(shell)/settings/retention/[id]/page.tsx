import type { Metadata } from 'next';
import { RunScreen } from '../../../../../features/retention/run-screen.tsx';

export const metadata: Metadata = { title: 'Dry run' };

export default async function RetentionRunPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <RunScreen id={decodeURIComponent(id)} />;
}
