import type { RuleTry, TriedConversation } from '../../../shared/contract/rules.ts'
import { wilsonInterval } from '../../statistics/index.ts'

const MOST_REASONS = 12

/** Adds up what a try comes to. */
export interface TryFigures {
  add(one: TriedConversation, sentence: string | null): void
  read(): Pick<RuleTry, 'counts' | 'options' | 'reasons' | 'changed' | 'human'>
}

/** `hasActive`: whether a rule answers now, against which changes are told. */
export function createTryFigures(hasActive: boolean): TryFigures {
  const counts = { pass: 0, fail: 0, 'not-applicable': 0, abstain: 0 }
  const options = new Map<string, number>()
  const reasons = createTally<{ outcome: 'abstain' | 'not-applicable'; sentence: string }>()
  const moves = createTally<NonNullable<RuleTry['changed']>['moves'][number]>()
  const confusion = createTally<NonNullable<RuleTry['human']>['confusion'][number]>()
  return {
    add({ outcome, option, before, human }, sentence) {
      counts[outcome] += 1
      if (option !== null) options.set(option, (options.get(option) ?? 0) + 1)
      if ((outcome === 'abstain' || outcome === 'not-applicable') && sentence !== null)
        reasons.add({ outcome, sentence })
      if (before !== null && before !== outcome) moves.add({ from: before, to: outcome })
      if (human !== null) confusion.add({ human, rule: outcome })
    },
    read() {
      const changes = moves.read()
      const pairs = confusion.read()
      const both = pairs.filter(
        ({ human, rule }) => human !== 'not-applicable' && (rule === 'pass' || rule === 'fail'),
      )
      const n = total(both)
      const agreements = total(both.filter(({ human, rule }) => human === rule))
      return {
        counts: { ...counts },
        options: [...options].map(([option, times]) => ({ option, n: times })).toSorted((a, b) => b.n - a.n),
        reasons: reasons.read().slice(0, MOST_REASONS),
        changed: hasActive ? { n: total(changes), moves: changes } : null,
        human:
          pairs.length === 0
            ? null
            : { n, agreements, agreement: wilsonInterval(agreements, n), confusion: pairs },
      }
    },
  }
}

function createTally<Kind extends object>() {
  const counted = new Map<string, { kind: Omit<Kind, 'n'>; n: number }>()
  return {
    add(kind: Omit<Kind, 'n'>) {
      const key = JSON.stringify(kind)
      const entry = counted.get(key) ?? { kind, n: 0 }
      entry.n += 1
      counted.set(key, entry)
    },
    read: () => [...counted.values()].map(({ kind, n }) => ({ ...kind, n })).toSorted((a, b) => b.n - a.n),
  }
}

function total(counted: readonly { n: number }[]): number {
  return counted.reduce((sum, { n }) => sum + n, 0)
}
