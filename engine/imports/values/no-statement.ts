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

/** For each first letter, the lengths silent spellings have: most cells are told by these two alone. */
const LENGTHS_BY_FIRST = new Map<number, number>()
for (const text of SILENT_TEXTS) {
  const first = text.charCodeAt(0)
  LENGTHS_BY_FIRST.set(first, (LENGTHS_BY_FIRST.get(first) ?? 0) | (1 << text.length))
}
const mayBeSilent = new Uint32Array(128)
for (const [first, lengths] of LENGTHS_BY_FIRST) {
  if (first >= 128) continue
  mayBeSilent[first] = lengths
  if (first >= 97 && first <= 122) mayBeSilent[first - 32] = lengths
}

/** Whether a cell states nothing: empty, `N/A`, `-`, `NaN%`, `[None]`, `#DIV/0!` and their like. */
export function isNoStatement(cell: string): boolean {
  const length = cell.length
  if (length === 0) return true
  const first = cell.charCodeAt(0)
  const isPadded = first <= 32 || first === 160 || cell.charCodeAt(length - 1) <= 32
  if (!isPadded && first < 128 && (length > 31 || ((mayBeSilent[first] ?? 0) & (1 << length)) === 0))
    return false
  return SILENT_TEXTS.has(cell.trim().toLowerCase())
}
