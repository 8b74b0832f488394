import { actInWords } from '../../../shared/domain/act-words.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import type { Veil } from '../../governance/index.ts'
import type { Directory } from '../../people/index.ts'
import type { HeldColumn } from './held-table.ts'
import { firstName } from './names-of-others.ts'

export type HeldValue = string | number | boolean | null | HeldValue[] | { [key: string]: HeldValue }

/** Values as they are handed over: instants as ISO 8601, days as dates, texts without the names of others. */
export function valueReader(directory: Directory, veil: Veil) {
  return ({ type }: HeldColumn, value: string | number | null): HeldValue => {
    if (value === null) return null
    switch (type) {
      case 'flag':
        return value !== 0
      case 'day':
        return dayOfNumber(Number(value))
      case 'instant':
        return new Date(Number(value)).toISOString()
      case 'agent':
        return firstName(directory.people.get(Number(value))?.name)
      case 'act':
        return actInWords(String(value))
      case 'json':
        return veiled(JSON.parse(String(value)) as HeldValue, veil)
      case 'text':
        return typeof value === 'string' ? veil(value) : value
      case 'number':
        return value
    }
  }
}

/** The same within lists and objects. What names people by their number is left out: it is of no use outside, and may be somebody else's. */
function veiled(value: HeldValue, veil: Veil): HeldValue {
  if (typeof value === 'string') return veil(value)
  if (Array.isArray(value)) return value.map((one) => veiled(one, veil))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !/^(agent|person)Ids?$/.test(name))
      .map(([name, inner]) => [name, veiled(inner, veil)]),
  )
}
