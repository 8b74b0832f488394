import { plural, t } from '@lingui/core/macro'
import type { LeftOut, StatableBasis } from '../../shared/domain/lawful-basis.ts'
import { formatNumber } from './format.ts'

/** What each basis is called, in the order in which it is offered. */
export const basisWords: Readonly<Record<StatableBasis, string>> = {
  consent: t({ message: 'Consent', context: 'lawful basis' }),
  contract: t`Contract`,
  'legal-obligation': t`Legal obligation`,
  'vital-interests': t`Vital interests`,
  'public-task': t`Public task`,
  'legitimate-interests': t`Legitimate interests`,
  refused: t`Consent refused`,
}

/** How many conversations were left out and why, in one sentence; null where none was. */
export function leftOutWords({ of, refused, unknown }: LeftOut): string | null {
  const left = refused + unknown
  if (left === 0) return null
  const total = formatNumber(of)
  const how = plural(left, {
    one: `# of ${total} conversations is left out`,
    other: `# of ${total} conversations are left out`,
  })
  if (refused === 0) return t`${how}: the lawful basis is not known.`
  if (unknown === 0) return t`${how}: consent was refused or withdrawn.`
  return t`${how}: of ${formatNumber(unknown)} the lawful basis is not known, for ${formatNumber(refused)} consent was refused or withdrawn.`
}
