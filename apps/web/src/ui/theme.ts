import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The blue of links, buttons and focus, distinct from all verdict colours. Shade 6 on white has a contrast of 6.3. */
const ink: MantineColorsTuple = [
  '#edf3fb',
  '#dae4f2',
  '#b3c8e5',
  '#89aad8',
  '#6690cd',
  '#5080c6',
  '#2c5f9e',
  '#27548c',
  '#204878',
  '#173a63',
];

/** Greys with a trace of blue, so that photos look neutral beside them. */
const night: MantineColorsTuple = [
  '#d5dce5',
  '#b1bcc9',
  '#93a1b2',
  '#64748a',
  '#3a4553',
  '#2a333f',
  '#1c232d',
  '#161c24',
  '#10151b',
  '#0b0f14',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: 6,
  autoContrast: true,
  colors: { ink, dark: night },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  // Dense but readable: 13 px is the size of most text, 12 px of the least important.
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    // The placeholder that takes the first focus is no menu item, which confuses screen readers.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } },
      // Mantine's dimmed grey is too pale on the notification's own ground.
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
    Tooltip: { defaultProps: { openDelay: 250, withArrow: true } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f7f9',
    '--mantine-color-text': '#1a232e',
    '--mantine-color-dimmed': '#566272',
    '--mantine-color-placeholder': '#66717f',
    '--mantine-color-anchor': 'var(--mantine-color-ink-7)',
    '--surface': '#ffffff',
    '--surface-sunken': '#eef1f4',
    '--line': '#dfe3e9',
    '--line-strong': '#b9c2cd',
  },
  dark: {
    '--mantine-color-body': '#10151b',
    '--mantine-color-text': '#dfe6ee',
    '--mantine-color-dimmed': '#9aa7b7',
    '--mantine-color-placeholder': '#8b98a8',
    '--mantine-color-anchor': 'var(--mantine-color-ink-2)',
    '--surface': '#171d26',
    '--surface-sunken': '#0c1116',
    '--line': '#28313d',
    '--line-strong': '#465364',
  },
});
