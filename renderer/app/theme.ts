import { t } from '@lingui/core/macro'
import { alpha, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import { separators } from '../ui/locale.ts'

/** Petrol: the house colour, for what one can press and for the agent's own mark in charts. */
const petrol: MantineColorsTuple = [
  '#eaf5f7',
  '#d5e8ec',
  '#a8d0d8',
  '#78b6c3',
  '#51a0b0',
  '#3a92a4',
  '#22788b',
  '#146578',
  '#0c5162',
  '#063d4b',
]
/** Warm greys: the paper everything lies on. */
const gray: MantineColorsTuple = [
  '#fafaf8',
  '#f4f4f1',
  '#e9e9e5',
  '#dcdcd7',
  '#c3c3bd',
  '#9b9b95',
  '#6c6c67',
  '#4a4a46',
  '#31312e',
  '#1c1c1a',
]
const dark: MantineColorsTuple = [
  '#d9dcdd',
  '#b4b9bb',
  '#989ea1',
  '#5d6468',
  '#3c4246',
  '#2e3437',
  '#23282b',
  '#1a1e20',
  '#141719',
  '#0e1112',
]
const red: MantineColorsTuple = [
  '#fdeeec',
  '#f9dad6',
  '#f1b2ab',
  '#ea887d',
  '#e26456',
  '#dc4c3c',
  '#c93a2b',
  '#ae2d20',
  '#8f2318',
  '#6c190f',
]
const amber: MantineColorsTuple = [
  '#fff5e3',
  '#fbe7c6',
  '#f5cf92',
  '#efb65a',
  '#e9a02f',
  '#d98c14',
  '#b8720a',
  '#935904',
  '#744602',
  '#553301',
]
const green: MantineColorsTuple = [
  '#ebf6ee',
  '#d6ebdc',
  '#aed7ba',
  '#82c196',
  '#5eae77',
  '#459e62',
  '#2f8550',
  '#226c3f',
  '#195531',
  '#0f3e22',
]

/** The colours a badge or a quiet button can have. */
const marked = { petrol, gray, red, amber, green }

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { ...marked, dark },
  // Named faces before the generic ones: each system's own interface face, and a decent one where `system-ui` is not.
  fontFamily:
    '"Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, Inter, Cantarell, Ubuntu, "Noto Sans", "Liberation Sans", Arial, system-ui, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "Cascadia Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250, multiline: true, maw: 320 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    PasswordInput: {
      defaultProps: { visibilityToggleButtonProps: { 'aria-label': t`Show or hide what is typed` } },
    },
    // what is typed with the other sign is understood, too
    NumberInput: {
      defaultProps: { decimalSeparator: separators.decimal, allowedDecimalSeparators: ['.', ','] },
    },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', fz: 'sm' } },
    Popover: { defaultProps: { withArrow: true, shadow: 'md' } },
    Modal: {
      defaultProps: { radius: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: { fontWeight: 650, fontSize: '1.125rem' } },
    },
    Paper: { defaultProps: { radius: 'lg' } },
  },
})

/**
 * In the dark, what is lightly coloured is a veil of its colour over whatever it lies on: Mantine's own is a shade near black, darker than a card, and reads as
 * a hole in it.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {},
  dark: Object.fromEntries(
    Object.entries(marked).flatMap(([name, shades]) => [
      [`--mantine-color-${name}-light`, alpha(shades[5], 0.22)],
      [`--mantine-color-${name}-light-hover`, alpha(shades[5], 0.32)],
      [`--mantine-color-${name}-light-color`, shades[1]],
    ]),
  ),
})
