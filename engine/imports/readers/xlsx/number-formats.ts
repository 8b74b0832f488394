/** What a number format makes of a number: a point in time, a clock time or duration, or a number. */
export type NumberKind = 'number' | 'date' | 'time'

/** Built-in formats by id (ECMA-376 part 1, 18.8.30); 27-36 and 50-58 are the East Asian dates. */
export function builtInKind(formatId: number): NumberKind {
  if ((formatId >= 18 && formatId <= 21) || (formatId >= 45 && formatId <= 47)) return 'time'
  if (formatId === 32 || formatId === 33 || formatId === 55 || formatId === 56) return 'time'
  if (formatId >= 14 && formatId <= 22) return 'date'
  if ((formatId >= 27 && formatId <= 36) || (formatId >= 50 && formatId <= 58)) return 'date'
  return 'number'
}

/** The kind of a custom format code, judged by its first section: '[h]:mm:ss', 'dd/mm/yyyy hh:mm', '0.00%'. */
export function customKind(formatCode: string): NumberKind {
  const bare = formatCode
    .slice(0, 500)
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '\u0001')
  const section = (bare.split(';')[0] ?? '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .toLowerCase()
  if (section.includes('\u0001')) return 'time'
  if (/[yd]/.test(section) || /e{1,4}(?![-+])/.test(section.replace(/[0#?.]e/g, ''))) return 'date'
  if (/[hs]/.test(section)) return 'time'
  return section.includes('m') && !/[0#?]/.test(section) ? 'date' : 'number'
}
