/**
 * The colours of documents. They differ in lightness, so that they can be told apart in grey print, and none of them says anything alone:
 * there is always a word, a sign or a place beside it.
 */
export const ink = {
  text: '#1b1f24',
  muted: '#5a636e',
  hairline: '#c9ced4',
  faint: '#eef1f4',
  /** Headings, and the mark of what it is about. */
  accent: '#1d4e79',
  good: '#1f6b45',
  attention: '#9a3d12',
  /** Peers and ranges behind what it is about. */
  behind: '#b9c2cc',
} as const
