import { t } from '#speech'
import type { DecimalSign } from '../../../shared/domain/import-kinds.ts'
import type { ColumnValues } from './column-values.ts'

/** Decides the decimal sign of a column from all its numbers; `assumption` where every number fits both. */
export function decideDecimal(values: ColumnValues): { decimal: DecimalSign; assumption: string | null } {
  let example: string | null = null
  for (const cell of values.filled) {
    const lastComma = cell.lastIndexOf(',')
    const lastPoint = cell.lastIndexOf('.')
    if (lastComma < 0 && lastPoint < 0) continue
    if (lastComma >= 0 && lastPoint >= 0) return settled(lastComma > lastPoint ? ',' : '.')
    const sign = lastComma >= 0 ? ',' : '.'
    const parts = cell.replace(/[^\d.,]/g, '').split(sign)
    // A sign that repeats groups thousands; one not followed by exactly three digits is a decimal sign.
    if (parts.length > 2) return settled(sign === ',' ? '.' : ',')
    if ((parts[1] ?? '').length !== 3 || (parts[0] ?? '').length > 3 || /^0/.test(parts[0] ?? ''))
      return settled(sign)
    example ??= cell
  }
  if (example === null) return settled('.')
  const assumption = example.includes(',')
    ? t`The sign in ${{ example }} is taken for a thousands separator.`
    : t`The sign in ${{ example }} is taken for a decimal point.`
  return { decimal: '.', assumption }
}

function settled(decimal: DecimalSign): { decimal: DecimalSign; assumption: null } {
  return { decimal, assumption: null }
}
