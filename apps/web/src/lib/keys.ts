'use client';
import { type HotkeyItem, useHotkeys, useLocalStorage } from '@mantine/hooks';

/** Single-key shortcuts can be switched off (WCAG 2.1.4); the choice stays in this browser. */
export const useKeysEnabled = () =>
  useLocalStorage<boolean>({ key: 'gondola-single-keys', defaultValue: true, getInitialValueInEffect: true });

/** Shortcuts of one screen; silent in text fields and while they are switched off. */
export function useKeys(keys: HotkeyItem[]): void {
  const [enabled] = useKeysEnabled();
  useHotkeys(enabled ? keys : []);
}
