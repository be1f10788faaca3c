import type { Metadata } from 'next';
import { RetentionScreen } from '../../../../features/retention/retention-screen.tsx';

export const metadata: Metadata = { title: 'Retention' };

export default function RetentionPage() {
  return <RetentionScreen />;
}
