import type { Metadata } from 'next';
import { BatchesScreen } from '../../../features/batches/batches-screen.tsx';

export const metadata: Metadata = { title: 'Batches' };

export default function BatchesPage() {
  return <BatchesScreen />;
}
