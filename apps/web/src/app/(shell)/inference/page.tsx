import type { Metadata } from 'next';
import { InferenceScreen } from '../../../features/inference/inference-screen.tsx';

export const metadata: Metadata = { title: 'Inference' };

export default function InferencePage() {
  return <InferenceScreen />;
}
