import type { Metadata } from 'next';
import { DriftScreen } from '../../../features/drift/drift-screen.tsx';

export const metadata: Metadata = { title: 'Drift queue' };

export default function DriftPage() {
  return <DriftScreen />;
}
