'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { ApiFault } from '../lib/api-fault.ts';
import { FaultNotice } from './fault-notice.tsx';

const away = new ApiFault('UNREACHABLE', 'The API cannot be reached.');

/** Replaces the whole app while the API is unreachable, and retries by itself. */
export function ServerAway() {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(refresh, 5_000);
    return () => clearInterval(timer);
  }, [refresh]);
  return (
    <main>
      <FaultNotice fault={away} retry={refresh} />
    </main>
  );
}
