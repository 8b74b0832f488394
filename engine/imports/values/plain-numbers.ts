import { numberReader } from './numbers.ts'

/**
 * A column of numbers under the decimal sign that all of them fit: the point, else the comma. NaN stands for what is no number; where
 * no sign fits all, the point is taken.
 */
export function plainNumbers(cells: readonly string[]): number[] {
  const withPoint = cells.map(numberReader('.'))
  if (!withPoint.some(Number.isNaN)) return withPoint
  const withComma = cells.map(numberReader(','))
  return withComma.some(Number.isNaN) ? withPoint : withComma
}
