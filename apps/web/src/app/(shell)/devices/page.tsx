import type { Metadata } from 'next';
import { DevicesScreen } from '../../../features/devices/devices-screen.tsx';

export const metadata: Metadata = { title: 'Devices' };

export default function DevicesPage() {
  return <DevicesScreen />;
}
