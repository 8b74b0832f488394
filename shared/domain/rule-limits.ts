import { say, select, t } from '#speech'
import { formatShort } from '../speech/numbers.ts'
import type { RuleCondition } from './rule-conditions.ts'
import { ruleMeasures } from './rule-measures.ts'

type Limited = Extract<RuleCondition, { comparison: string }>
type Limit = Pick<Limited, 'comparison' | 'value' | 'to'>

/** What is wrong with a limit by itself, in one sentence each. */
export function limitProblems(condition: Limited): string[] {
  const { comparison, value, to } = condition
  if (comparison !== 'between' && to !== undefined) return [t`Only "between" has an upper end.`]
  if (comparison === 'between' && to === undefined) return [t`"Between" needs an upper end.`]
  if (to !== undefined && to < value) return [t`The upper end lies under the lower one.`]
  const range = rangeOf(condition)
  const known = intersection(closed(value, to ?? value), range)
  if (isEmpty(known))
    return [
      t`This can only lie between ${{ from: formatShort(range.from, 3) }} and ${{ to: shownEnd(range.to) }}.`,
    ]
  return []
}

/** Limits that cannot hold together, of conditions that all have to be true, in one sentence each. */
export function contradictions(conditions: readonly RuleCondition[]): string[] {
  const together = new Map<string, Interval>()
  const problems: string[] = []
  for (const condition of conditions) {
    if (condition.kind !== 'measure' && condition.kind !== 'sentiment') continue
    const what = condition.kind === 'measure' ? labelOf(condition.metric) : sentimentInWords(condition.of)
    const before = together.get(what) ?? closed(-Infinity, Infinity)
    const both = intersection(before, intervalOf(condition))
    together.set(what, both)
    if (isEmpty(both) && !isEmpty(before))
      problems.push(t`${{ what }} cannot be within all of these limits at the same time.`)
  }
  return problems
}

/** Whether a figure is within a limit. */
export function isWithin({ comparison, value, to }: Limit, figure: number): boolean {
  switch (comparison) {
    case 'above':
      return figure > value
    case 'at-least':
      return figure >= value
    case 'below':
      return figure < value
    case 'at-most':
      return figure <= value
    case 'between':
      return figure >= value && figure <= (to ?? value)
  }
}

/** An open end is not part of it. */
type Interval = { from: number; isFromOpen: boolean; to: number; isToOpen: boolean }

function closed(from: number, to: number): Interval {
  return { from, isFromOpen: false, to, isToOpen: false }
}

function intervalOf({ comparison, value, to }: Limit): Interval {
  switch (comparison) {
    case 'above':
      return { ...closed(value, Infinity), isFromOpen: true }
    case 'at-least':
      return closed(value, Infinity)
    case 'below':
      return { ...closed(-Infinity, value), isToOpen: true }
    case 'at-most':
      return closed(-Infinity, value)
    case 'between':
      return closed(value, to ?? value)
  }
}

function intersection(a: Interval, b: Interval): Interval {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return {
    from,
    isFromOpen: (a.isFromOpen && a.from === from) || (b.isFromOpen && b.from === from),
    to,
    isToOpen: (a.isToOpen && a.to === to) || (b.isToOpen && b.to === to),
  }
}

function isEmpty({ from, to, isFromOpen, isToOpen }: Interval): boolean {
  return from > to || (from === to && (isFromOpen || isToOpen))
}

function rangeOf(condition: Limited): Interval {
  switch (condition.kind) {
    case 'sentiment':
      return condition.of === 'shift' ? closed(-2, 2) : closed(-1, 1)
    case 'measure': {
      const unit = ruleMeasures.find(({ id }) => id === condition.metric)?.unit
      return closed(0, unit === 'share' ? 1 : Infinity)
    }
    case 'pace':
    case 'talked-over':
      return closed(0, Infinity)
  }
}

function labelOf(metric: string): string {
  const label = ruleMeasures.find(({ id }) => id === metric)?.label
  return label ? say(label) : metric
}

function sentimentInWords(of: Extract<RuleCondition, { kind: 'sentiment' }>['of']): string {
  return t`Sentiment (${select({ of }, { start: 'start', end: 'end', shift: 'shift', mean: 'mean', other: 'lowest' })})`
}

function shownEnd(end: number): string {
  return end === Infinity ? t`any larger figure` : formatShort(end, 3)
}
