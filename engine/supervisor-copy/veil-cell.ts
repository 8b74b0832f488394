import type { Veil } from '../governance/index.ts'

/** A text with the names of others veiled; of JSON the texts in it, so that it stays what it is. */
export function veilCell(cell: string, veil: Veil): string {
  if (!/^[[{]/.test(cell)) return veil(cell)
  let value: unknown
  try {
    value = JSON.parse(cell)
  } catch {
    return veil(cell)
  }
  return JSON.stringify(veiled(value, veil))
}

function veiled(value: unknown, veil: Veil): unknown {
  if (typeof value === 'string') return veil(value)
  if (Array.isArray(value)) return value.map((one) => veiled(one, veil))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, veiled(inner, veil)]))
}
