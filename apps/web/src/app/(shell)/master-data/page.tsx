import type { Metadata } from 'next';
import { MasterDataScreen } from '../../../features/master-data/master-data-screen.tsx';

export const metadata: Metadata = { title: 'Master data' };

export default function MasterDataPage() {
  return <MasterDataScreen />;
}
