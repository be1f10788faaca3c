'use client';
import { FaultNotice } from '../../ui/fault-notice.tsx';

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return <FaultNotice fault={error} retry={reset} />;
}
