import type { HealthFinding, HealthSubject } from '../../shared/contract/health.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'

/** A finding before it is known whether somebody set it aside. */
export type Found = Omit<HealthFinding, 'isSetAside'>

export const one: Record<HealthSubject, string> = {
  contacts: 'contact',
  evaluations: 'evaluation',
  surveys: 'survey',
  shifts: 'shift',
  transcripts: 'transcript',
}

/** What silence does not say. */
export const saysNothing: Record<HealthSubject, string> = {
  contacts: 'that says nothing about how much there was to do',
  evaluations: 'nobody looked, which is no sign that all is well',
  surveys: 'this says nothing about how customers feel',
  shifts: 'this says nothing about attendance',
  transcripts: 'this says nothing about what was said',
}

/** `1 survey`, `1,204 surveys`. */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? singular : plural}`
}

/** A share in whole per cent, never rounded to none or all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1%'
  if (share < 1 && share > 0.99) return 'over 99%'
  return `${Math.round(share * 100)}%`
}

/** The last day before a silence that began on `since`. */
export function dayBefore(since: number): string {
  return dayOfNumber(since - 1)
}

/** `Ada`, `Ada and Ben`, `Ada, Ben and 4 others`. */
export function namesOf(names: readonly string[]): string {
  const [first, second, ...rest] = names
  if (first === undefined) return 'nobody'
  if (second === undefined) return first
  if (rest.length === 0) return `${first} and ${second}`
  return `${first}, ${second} and ${counted(rest.length, 'other')}`
}
