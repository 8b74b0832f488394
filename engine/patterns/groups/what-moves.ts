import { t } from '#speech'
import type { WhatMoves } from '../../../shared/contract/group-patterns.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import type { RankedWindow } from '../../coaching/index.ts'
import { patternDriver } from './window.ts'

/** What drivers are worth on the outcome, beside how much there is to gain: the arithmetic of the ranking, added up over agents. */
export function whatMovesOf({ gathered, assessment }: RankedWindow): WhatMoves {
  const { outcome, definitions, weights, window } = gathered
  const totals = new Map<string, { agents: number; gaps: number; contacts: number }>()
  for (const { drivers } of assessment.agents)
    for (const { driverId, expectedGap, contactsPerWeek } of drivers) {
      const total = totals.get(driverId) ?? { agents: 0, gaps: 0, contacts: 0 }
      totals.set(driverId, total)
      total.agents++
      total.gaps += expectedGap * contactsPerWeek
      total.contacts += contactsPerWeek
    }
  const drivers = [...totals].map(([driverId, { agents, gaps, contacts }]) => {
    const { value, low, high, basis, pairedContacts } = weights.get(driverId)!
    return {
      driver: patternDriver(definitions.get(driverId)!),
      weight: { value, low, high, basis, pairedContacts },
      agents,
      gap: contacts > 0 ? gaps / contacts : 0,
      contactsPerWeek: contacts,
      gainPerWeek: Math.max(0, gaps * value),
    }
  })
  const measured = drivers.filter(
    ({ weight }) => weight.basis === 'within' || weight.basis === 'within+between',
  )
  return {
    window: { from: dayOfNumber(window.from), to: dayOfNumber(window.to) },
    outcome: { id: outcome.id, label: outcome.label, unit: outcome.unit, scale: outcome.scale },
    drivers: drivers.toSorted((a, b) => b.gainPerWeek - a.gainPerWeek),
    sentence:
      drivers.length === 0
        ? t`No driver has data in this window.`
        : t`What ${{ measured: measured.length }} of ${{ drivers: drivers.length }} drivers are worth on ${{ label: outcome.label }} was measured here; the others rest on an assumption.`,
  }
}
