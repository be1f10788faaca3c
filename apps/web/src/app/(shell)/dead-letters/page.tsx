import type { Metadata } from 'next';
import { DeadLettersScreen } from '../../../features/dead-letters/dead-letters-screen.tsx';

export const metadata: Metadata = { title: 'Dead letters' };

export default function DeadLettersPage() {
  return <DeadLettersScreen />;
}
