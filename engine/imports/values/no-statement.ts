/** Spellings by which exports say that there is nothing to say. Compared trimmed and in lower case. */
const SILENT_TEXTS = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '?',
  'n/a',
  'n/v',
  'n.a.',
  'n.a',
  'na',
  '#n/a',
  '#n/v',
  '#div/0!',
  'nan',
  'nan%',
  'nan %',
  'infinity',
  'infinity%',
  '-infinity',
  '-infinity%',
  'inf',
  '∞',
  'null',
  '(null)',
  '<null>',
  'nil',
  'none',
  '(none)',
  '[none]',
  '<none>',
  '[deleted]',
  '[null]',
  '[empty]',
  '(blank)',
  '(empty)',
  'undefined',
  'not available',
  'not applicable',
  'no data',
  'k. a.',
  'k.a.',
  'keine angabe',
  'sin datos',
  's/d',
])

const LONGEST = Math.max(...[...SILENT_TEXTS].map((text) => text.length))

/** Whether a cell states nothing: empty, `N/A`, `-`, `NaN%`, `[None]`, `#DIV/0!` and their like. */
export function isNoStatement(cell: string): boolean {
  if (cell === '') return true
  const first = cell.charCodeAt(0)
  // Almost every filled cell of a log begins with a digit; no silent spelling does.
  if (first >= 48 && first <= 57) return false
  if (cell.length > LONGEST + 8) return false
  return SILENT_TEXTS.has(cell.trim().toLowerCase())
}
