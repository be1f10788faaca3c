import type { Metadata } from 'next';
import { ReviewScreen } from '../../../../features/review/review-screen.tsx';

export const metadata: Metadata = { title: 'Capture' };

export default async function CapturePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ReviewScreen id={decodeURIComponent(id)} />;
}
