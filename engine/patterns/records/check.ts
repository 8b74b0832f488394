import { msg, say, t } from '#speech'
import type { HeatCell } from '../../../shared/contract/group-patterns.ts'
import type { SystemicCheck, SystemicFigures } from '../../../shared/contract/systemic.ts'
import { formatDifference } from '../../../shared/domain/format.ts'
import { dayOfNumber, type DayRange } from '../../../shared/domain/time.ts'

type Compared = NonNullable<HeatCell['compared']>

/** A difference of fewer days says nothing of a process. */
const FEWEST_DAYS = 7

/** Looking again and again finds by chance what is not there: it is said rather than hidden. */
const LOOKED_AT_ANY_TIME = msg`Worked out anew at every visit and not on days set before, so an early verdict may turn.`

/**
 * Whether a finding went away: the same comparison on the days after, judged on intervals. Gone: the difference is surely less than what
 * is worth acting on. Worse: it surely exceeds what it was. Still there: the group is surely worse than the rest. Else it is too early.
 */
export function checkOf(
  figures: SystemicFigures,
  days: { from: number; to: number },
  after: HeatCell['compared'],
): SystemicCheck {
  const count = days.to - days.from + 1
  if (count < FEWEST_DAYS)
    return {
      verdict: 'too-early',
      window: count > 0 ? rangeOf(days) : null,
      after: null,
      sentence:
        count > 0
          ? t`Too early: ${{ count }} of ${{ needed: FEWEST_DAYS }} days since ${{ from: dayOfNumber(days.from) }} have data.`
          : t`Too early: there are no data from ${{ from: dayOfNumber(days.from) }} on yet.`,
    }
  const window = rangeOf(days)
  if (after === null)
    return {
      verdict: 'too-early',
      window,
      after,
      sentence: t`Cannot be told: fewer than four agents can be compared on these days.`,
    }
  return { ...judged(figures, after), window, after }
}

function rangeOf({ from, to }: { from: number; to: number }): DayRange {
  return { from: dayOfNumber(from), to: dayOfNumber(to) }
}

function judged(
  { driver, compared: before }: SystemicFigures,
  { difference }: Compared,
): Pick<SystemicCheck, 'verdict' | 'sentence'> {
  const value = (number: number) => formatDifference(number, driver)
  const side = (number: number) => {
    const size = value(Math.abs(number))
    return number > 0 ? t`behind the rest by ${{ size }}` : t`ahead of the rest by ${{ size }}`
  }
  const [low, high] = [value(difference.low), value(difference.high)]
  const told = (verdict: SystemicCheck['verdict'], words: string) => {
    const now = side(difference.value)
    const sentence =
      before === null
        ? t`${{ words }}: ${{ now }} (95% interval ${{ low }} to ${{ high }}, above 0 is behind).`
        : t`${{ words }}: ${{ now }} (95% interval ${{ low }} to ${{ high }}, above 0 is behind); it was ${{ before: side(before.difference.value) }}.`
    return { verdict, sentence: `${sentence} ${say(LOOKED_AT_ANY_TIME)}` }
  }
  if (difference.high < driver.delta) return told('gone', t`Gone`)
  if (before !== null && surelyMore(difference, before.difference)) return told('worse', t`Worse`)
  if (difference.low > 0) return told('still-there', t`Still there`)
  return told('too-early', t`Too early to tell`)
}

/** Whether the change between two windows lies above 0, as independent estimates. */
function surelyMore(after: Compared['difference'], before: Compared['difference']): boolean {
  const reach = Math.hypot(after.value - after.low, before.high - before.value)
  return after.value - before.value - reach > 0
}
