import type { Metadata } from 'next';
import { Screen } from './screen.tsx';

export const metadata: Metadata = { title: 'Drift queue' };

export default function DriftPage() {
  return <Screen />;
}
