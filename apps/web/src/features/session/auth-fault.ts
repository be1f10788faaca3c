interface Refusal {
  code?: string;
  addresses?: string[];
}

const messages: Record<string, string> = {
  // Never reveals which of the two was wrong.
  INVALID_EMAIL_OR_PASSWORD: 'This e-mail address and password do not belong together.',
  DEMO_IS_OFF: 'This is an account of the demo, and Gondola runs without the demo here.',
  NO_DEMO_PERSON: 'This installation has no demo account with that role.',
  INVALID_TOKEN: 'This link was used already or is too old. Ask your administrator for a new one.',
  PASSWORD_TOO_SHORT: 'The password needs 8 characters or more.',
  PASSWORD_TOO_LONG: 'The password may have 128 characters at most.',
};

/** Returns the sentence for an answer of /auth that is not a success; null stands for no answer at all. */
export async function authFault(response: Response | null, openedAt: string): Promise<string> {
  if (response === null || response.status >= 500)
    return 'The server does not answer. Try again in a moment.';
  if (response.status === 429) return 'Too many attempts. Wait a minute, then try again.';
  const { code = '', addresses = [] }: Refusal = await response.json().catch(() => ({}));
  if (code === 'INVALID_ORIGIN') return wrongAddress(addresses, openedAt);
  return messages[code] ?? `The server refused the request: ${response.status} ${code}`.trimEnd();
}

/** Returns the sentence for a page that was opened under an address that Gondola does not have. */
export const wrongAddress = (addresses: readonly string[], openedAt: string): string =>
  `This page was opened at ${openedAt}, but Gondola is set up for ${addresses.join(' or ')}. ` +
  `Open it there, or set PUBLIC_URL to ${openedAt} and start Gondola again.`;
