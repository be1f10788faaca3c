import type { Metadata } from 'next';
import { CapturesScreen } from '../../../features/captures/captures-screen.tsx';

export const metadata: Metadata = { title: 'Captures' };

export default function CapturesPage() {
  return <CapturesScreen />;
}
