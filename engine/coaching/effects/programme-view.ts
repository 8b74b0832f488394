import type { CoachingEffect, ProgrammeGroup } from '../../../shared/contract/effects.ts'
import { programmeMean, studentTQuantile } from '../../statistics/index.ts'

/** The variance that a 95% interval by Student's t came from. */
function varianceOf({ low, high, degreesOfFreedom }: NonNullable<CoachingEffect['effect']>): number {
  return ((high - low) / 2 / studentTQuantile(0.975, Math.min(degreesOfFreedom, 1e6))) ** 2
}

/**
 * What works here: the random-effects mean of effects by group (`key` tells two of one name apart), in the order groups first come. Only sessions whose eight weeks are over count, and of a
 * supervisor's drivers each is measured by its own smallest difference worth acting on, since seconds and shares cannot be averaged.
 */
export function programmeView(
  sessions: readonly { key: string; group: string; effect: CoachingEffect }[],
): ProgrammeGroup[] {
  return [...Map.groupBy(sessions, ({ key }) => key)].map(([key, own]) => {
    const { group } = own[0]!
    const judged = own.filter(({ effect }) => effect.state !== 'waiting' && effect.state !== 'progress')
    const isOneDriver = new Set(own.map(({ effect }) => effect.driver.id)).size === 1
    const values = judged.flatMap(({ effect: { effect, smallestDifference } }) => {
      if (effect === null) return []
      const unit = isOneDriver ? 1 : smallestDifference
      return { mean: effect.value / unit, variance: Math.max(varianceOf(effect), 1e-12) / (unit * unit) }
    })
    const together = programmeMean(values)
    const count = (state: CoachingEffect['state']) =>
      judged.filter(({ effect }) => effect.state === state).length
    return {
      key,
      group,
      sessions: own.length,
      judged: judged.length,
      verdicts: {
        improved: count('improved'),
        worse: count('worse'),
        noChangeSeen: count('no-change-seen'),
        tooEarly: count('too-early'),
      },
      unit: isOneDriver ? 'stored' : 'smallest-differences',
      mean: together?.mean ?? null,
      interval: together?.interval ?? null,
      prediction: together?.prediction ?? null,
    }
  })
}
