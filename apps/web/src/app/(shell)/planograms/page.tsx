import type { Metadata } from 'next';
import { PlanogramsScreen } from '../../../features/planograms/planograms-screen.tsx';

export const metadata: Metadata = { title: 'Planograms' };

export default function PlanogramsPage() {
  return <PlanogramsScreen />;
}
