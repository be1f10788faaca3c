'use client';
import { type HotkeyItem, useHotkeys, useLocalStorage } from '@mantine/hooks';

/** Reads and sets whether single-key shortcuts are on (WCAG 2.1.4); the browser remembers the choice. */
export const useKeysEnabled = () =>
  useLocalStorage<boolean>({ key: 'gondola-single-keys', defaultValue: true, getInitialValueInEffect: true });

/** Registers the shortcuts of one screen; inactive in text fields and while shortcuts are off. */
export function useKeys(keys: HotkeyItem[]): void {
  const [enabled] = useKeysEnabled();
  useHotkeys(enabled ? keys : []);
}
