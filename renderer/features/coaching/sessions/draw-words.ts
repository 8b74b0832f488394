import { t } from '@lingui/core/macro'
import type { Tie } from '../../../../shared/contract/waiting-lists.ts'

/** The people of a driver who tie; nobody ties alone. */
export function tiedOf({ people }: Tie): Tie['people'] {
  const tied = people.filter(({ isTied }) => isTied)
  return tied.length > 1 ? tied : []
}

/** What is offered where people tie, in one sentence. */
export function offerSentence(tie: Tie): string {
  return t`${tiedOf(tie).length} people tie on ${tie.driver.label}: their priorities lie within a tenth of each other. Let a draw say who goes first, and what coaching did can be told from those who wait.`
}
