import type { Metadata } from 'next';
import { QualityRulesScreen } from '../../../../features/quality-rules/quality-rules-screen.tsx';

export const metadata: Metadata = { title: 'Photo quality' };

export default function QualityRulesPage() {
  return <QualityRulesScreen />;
}
