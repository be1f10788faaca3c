import type { Metadata } from 'next';
import { Screen } from './screen.tsx';

export const metadata: Metadata = { title: 'Captures' };

export default function CapturesPage() {
  return <Screen />;
}
