import { instantReader } from '../../values/moments.ts'

/** The value as a record, null for anything else. */
export function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

/** The value as a list, empty for anything else. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A filled text (numbers and booleans written out), null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A finite number, also where it is written as text. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

const readWritten = instantReader('ymd', 'UTC')

/** An instant (ms UTC) written by ISO 8601; without an offset it is UTC, as APIs mean it. */
export function instantOf(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const instant = readWritten(value)
  return Number.isFinite(instant) ? instant : null
}
