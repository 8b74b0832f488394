import { plural, t } from '#speech'
import type { HealthFinding, HealthSubject } from '../../shared/contract/health.ts'
import { perCent } from '../../shared/domain/format.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'

/** A finding before it is known whether somebody set it aside. */
export type Found = Omit<HealthFinding, 'isSetAside'>

/** What silence does not say, as a clause. */
export function saysNothing(subject: HealthSubject): string {
  switch (subject) {
    case 'contacts':
      return t`that says nothing about how much there was to do`
    case 'evaluations':
      return t`nobody looked, which is no sign that all is well`
    case 'surveys':
      return t`this says nothing about how customers feel`
    case 'shifts':
      return t`this says nothing about attendance`
    case 'transcripts':
      return t`this says nothing about what was said`
  }
}

/** `No surveys`, where a sentence begins. */
export function noneOf(subject: HealthSubject): string {
  switch (subject) {
    case 'contacts':
      return t`No contacts`
    case 'evaluations':
      return t`No evaluations`
    case 'surveys':
      return t`No surveys`
    case 'shifts':
      return t`No shifts`
    case 'transcripts':
      return t`No transcripts`
  }
}

/** `1 survey`, `1,204 surveys`. */
export function rowsInWords(subject: HealthSubject, n: number): string {
  switch (subject) {
    case 'contacts':
      return t`${plural({ contacts: n }, { one: '# contact', other: '# contacts' })}`
    case 'evaluations':
      return t`${plural({ evaluations: n }, { one: '# evaluation', other: '# evaluations' })}`
    case 'surveys':
      return t`${plural({ surveys: n }, { one: '# survey', other: '# surveys' })}`
    case 'shifts':
      return t`${plural({ shifts: n }, { one: '# shift', other: '# shifts' })}`
    case 'transcripts':
      return t`${plural({ transcripts: n }, { one: '# transcript', other: '# transcripts' })}`
  }
}

/** A share in whole per cent, never rounded to none or all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return t`under ${{ share: perCent(0.01) }}`
  if (share < 1 && share > 0.99) return t`over ${{ share: perCent(0.99) }}`
  return perCent(share)
}

/** The last day before a silence that began on `since`. */
export function dayBefore(since: number): string {
  return dayOfNumber(since - 1)
}

/** `Ada`, `Ada and Ben`, `Ada, Ben and 4 others`. */
export function namesOf(names: readonly string[]): string {
  const [first, second, ...rest] = names
  if (first === undefined) return t`nobody`
  if (second === undefined) return first
  if (rest.length === 0) return t`${{ first }} and ${{ second }}`
  return t`${{ first }}, ${{ second }} and ${plural({ others: rest.length }, { one: '# other', other: '# others' })}`
}
