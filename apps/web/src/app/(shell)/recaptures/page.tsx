import type { Metadata } from 'next';
import { RecapturesScreen } from '../../../features/recaptures/recaptures-screen.tsx';

export const metadata: Metadata = { title: 'Recaptures' };

export default function RecapturesPage() {
  return <RecapturesScreen />;
}
