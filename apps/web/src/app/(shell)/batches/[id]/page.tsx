import type { Metadata } from 'next';
import { BatchScreen } from '../../../../features/batches/batch-screen.tsx';

export const metadata: Metadata = { title: 'Batch' };

export default async function BatchPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <BatchScreen id={decodeURIComponent(id)} />;
}
