import { isObject } from '../json/record-list.ts'

/** What stands under a path of names in a parsed JSON value; undefined where the path ends. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let inner = value
  for (const step of path) {
    if (Array.isArray(inner) && typeof step === 'number') inner = inner[step]
    else if (isObject(inner) && typeof step === 'string' && Object.hasOwn(inner, step)) inner = inner[step]
    else return undefined
  }
  return inner
}

export function textAt(value: unknown, ...path: (string | number)[]): string | null {
  const found = at(value, ...path)
  if (typeof found === 'number') return String(found)
  return typeof found === 'string' && found !== '' ? found : null
}

export function numberAt(value: unknown, ...path: (string | number)[]): number | null {
  const found = at(value, ...path)
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

export function listAt(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

/** Only the facts that are there. */
export function facts(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  )
}

export function secondsToMs(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 1000)
}

/** UTC milliseconds of an ISO 8601 instant or of epoch milliseconds; null for anything else. */
export function instantMs(value: unknown): number | null {
  if (typeof value === 'number') return value > 1e11 && value < 1e14 ? Math.round(value) : null
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return null
  // Without a zone the field means UTC.
  const parsed = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? value : `${value}Z`)
  return Number.isNaN(parsed) ? null : parsed
}
