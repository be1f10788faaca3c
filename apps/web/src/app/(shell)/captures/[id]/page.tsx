import type { Metadata } from 'next';
import { Screen } from './screen.tsx';

export const metadata: Metadata = { title: 'Capture' };

export default async function CapturePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <Screen id={decodeURIComponent(id)} />;
}
