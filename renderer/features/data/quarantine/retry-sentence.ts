import { countOf } from '../../../ui/format.ts'

/** What a retry came to, as one sentence. */
export function retrySentence(taken: number, left: number): string {
  if (taken === 0 && left > 0) return `Nothing changed: ${countOf(left, 'row')} still cannot be read.`
  if (left === 0) return `${countOf(taken, 'row')} taken. Nothing of this file is left in quarantine.`
  return `${countOf(taken, 'row')} taken, ${countOf(left, 'row')} still in quarantine.`
}
