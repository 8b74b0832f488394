import type {
  ConversationGroup,
  PatternLevel,
  PatternLevels,
} from '../../../shared/contract/group-patterns.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { hasRows } from '../../metrics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { noConversations } from './behind.ts'
import { readLevels, type LevelSums } from './behind.store.ts'
import { levelLabel, scopeOf, siteOf, type Population } from './population.ts'
import { TREND_WEEKS } from './trend.ts'
import { patternDriver } from './window.ts'

type Source = PatternLevels['source']

/**
 * The levels of a source within a group: each with its mean as observed, how many facts it rests on and of how many people, worst first; people by name
 * where nobody is ranked.
 * The facts of all levels together are those of the group.
 */
export function levelsOf(
  database: ReadableDatabase,
  population: Population,
  asked: { source: Source; within: ConversationGroup },
  isRanked: boolean,
): PatternLevels {
  const { definition, directory, window } = population
  const { source } = asked
  const scope = scopeOf(database, population, asked.within, TREND_WEEKS)
  const isOfPeople = source === 'agent' || source === 'team' || source === 'site'
  const sums = hasRows(definition.id) ? readLevels(database, scope, isOfPeople ? 'agent' : source) : []
  const keyOf = (key: LevelSums['key']) => {
    if (source !== 'team' && source !== 'site') return String(key)
    const teamId = directory.teamAt(Number(key), window.to)
    return source === 'site' ? siteOf(directory, teamId) : teamId === null ? '' : String(teamId)
  }
  const levels = [...Map.groupBy(sums, ({ key }) => keyOf(key))].map(([key, own]): PatternLevel => ({
    key,
    label: levelLabel(directory, source, key),
    ...meanOf(own),
    n: own.reduce((sum, { n }) => sum + n, 0),
    agents: new Set(own.flatMap(({ personIds }) => personIds)).size,
  }))
  const { polarity } = definition
  const badness = ({ value }: PatternLevel) =>
    polarity.direction === 'band'
      ? Math.max(polarity.low - value, value - polarity.high)
      : polarity.direction === 'lower'
        ? value
        : -value
  return {
    source,
    driver: patternDriver(definition),
    window: { from: dayOfNumber(window.from), to: dayOfNumber(window.to) },
    levels:
      !isRanked && (source === 'agent' || source === 'reviewer')
        ? levels.toSorted((a, b) => a.label.localeCompare(b.label))
        : levels.toSorted((a, b) => badness(b) - badness(a) || b.n - a.n),
    missing: hasRows(definition.id) ? null : noConversations(),
  }
}

/** The weighted mean with its 95% interval; reviews count what they are worth. */
function meanOf(own: readonly LevelSums[]): Pick<PatternLevel, 'value' | 'low' | 'high'> {
  const total = (of: (one: LevelSums) => number) => own.reduce((sum, one) => sum + of(one), 0)
  const weight = total((one) => one.weight)
  const value = total(({ sum }) => sum) / weight
  const effective = weight ** 2 / total(({ weightSq }) => weightSq)
  if (effective <= 1) return { value, low: null, high: null }
  const variance =
    (Math.max(0, total(({ sumSq }) => sumSq) / weight - value ** 2) * effective) / (effective - 1)
  const reach = 1.96 * Math.sqrt(variance / effective)
  return { value, low: value - reach, high: value + reach }
}
