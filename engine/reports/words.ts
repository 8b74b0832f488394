import { plural, t } from '#speech'

/** `1,284 people`. */
export function peopleInWords(people: number): string {
  return t`${plural({ people }, { one: '# person', other: '# people' })}`
}
