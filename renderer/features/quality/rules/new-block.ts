import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'

type WithPhrases = Extract<RuleCondition, { phrases: string[] }>
type Pair = { first: RuleCondition; second: RuleCondition }

/** A block of a kind, as it begins; parts of the one it replaces stay where they fit. */
export function newBlock(kind: RuleCondition['kind'], before?: RuleCondition): RuleCondition {
  const said: RuleCondition = { kind: 'said', by: 'agent', phrases: [] }
  const pair = pairOf(before) ?? { first: before ?? said, second: said }
  const limit = limitOf(before)
  switch (kind) {
    case 'said':
    case 'not-said':
      return { by: 'agent', ...saying(before), kind }
    case 'own-name':
      return { ...naming(before), kind }
    case 'measure':
      return { comparison: 'at-most', value: 0.2, kind, metric: 'silence_share' }
    case 'sentiment':
      return { comparison: 'at-least', value: 0, kind, of: 'end' }
    case 'pace':
      return { comparison: 'at-most', value: 200, ...spoken(before), kind }
    case 'talked-over':
      return { comparison: 'at-most', value: 1, ...spoken(before), ...limit, kind }
    case 'moment':
      return { kind, moment: 'hold', leastSeconds: 10 }
    case 'all':
    case 'any':
    case 'none':
      return { kind, of: severalOf(before) ?? [before ?? said] }
    case 'at-least':
      return { kind, count: 1, of: severalOf(before) ?? [before ?? said] }
    case 'not':
      return { kind, of: before ?? said }
    case 'order':
      return { kind, ...pair }
    case 'near':
      return { kind, what: pair.first, to: pair.second, direction: 'after', turns: 3 }
    case 'within':
      return {
        kind,
        passage: { kind: 'after', anchor: said, turns: 5 },
        condition: before ?? said,
        withoutPassage: 'unknown',
      }
  }
}

function severalOf(before: RuleCondition | undefined): RuleCondition[] | undefined {
  return before !== undefined && 'of' in before && Array.isArray(before.of) ? before.of : undefined
}

function pairOf(before: RuleCondition | undefined): Pair | undefined {
  if (before?.kind === 'near') return { first: before.what, second: before.to }
  return before?.kind === 'order' ? { first: before.first, second: before.second } : undefined
}

function limitOf(before: RuleCondition | undefined) {
  // seconds of one are seconds of the other; everything else is measured otherwise
  if (before?.kind !== 'talked-over') return {}
  const { comparison, value, to } = before
  return { comparison, value, ...(to !== undefined && { to }) }
}

/** What every block with phrases keeps of another one. */
function naming(before: RuleCondition | undefined): Pick<WithPhrases, 'phrases' | 'sets' | 'where'> {
  if (before === undefined || !('phrases' in before)) return { phrases: [] }
  const { phrases, sets, where } = before
  return { phrases, ...(sets && { sets }), ...(where && { where }) }
}

function spoken(before: RuleCondition | undefined) {
  const named = naming(before)
  if (before === undefined || !('phrases' in before) || before.kind === 'own-name') return named
  const { except, exceptSets, negationWindow, tolerance } = before
  return {
    ...named,
    ...(except && { except }),
    ...(exceptSets && { exceptSets }),
    ...(negationWindow !== undefined && { negationWindow }),
    ...(tolerance && { tolerance }),
  }
}

function saying(before: RuleCondition | undefined) {
  const said = spoken(before)
  if (before?.kind !== 'said' && before?.kind !== 'not-said') return said
  const { by, leastTimes } = before
  return { ...said, by, ...(leastTimes !== undefined && { leastTimes }) }
}
