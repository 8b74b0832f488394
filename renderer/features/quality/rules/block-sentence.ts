import { plural, t } from '@lingui/core/macro'
import { perCent } from '../../../../shared/domain/format.ts'
import type { RuleCondition, RulePassage } from '../../../../shared/domain/rule-conditions.ts'
import { ruleMeasures } from '../../../../shared/domain/rule-measures.ts'
import { say } from '../../../../shared/speech/voice.ts'
import { formatShort } from '../../../ui/format.ts'
import { comparisonWords, directionWords, momentWords, moodWords, shownUnit } from './rule-words.ts'

const speakerWords = { agent: t`The agent`, customer: t`The customer`, anyone: t`Somebody` } as const
const turnWords = { agent: t` of the agent`, customer: t` of the customer`, anyone: '' } as const
const slotWords: Readonly<Record<string, string>> = {
  first: t`First`,
  second: t`Then`,
  what: t`This`,
  to: t`Near this`,
  condition: t`Holds in the passage`,
  anchor: t`The passage is counted from`,
  from: t`The passage begins with`,
  of: t`This must not hold`,
  passWhen: t`Passes when`,
  failWhen: t`Fails when`,
}

/** What a part of a block is there for; undefined for one of a list. */
export function slotLabel(path: string): string | undefined {
  const key = path.split('.').at(-1)!
  return path.endsWith('passage.to') ? t`It ends with` : slotWords[key]
}

/** A block in one plain sentence, without what stands under it. */
export function blockSentence(condition: RuleCondition): string {
  switch (condition.kind) {
    case 'said':
    case 'not-said': {
      const times = (condition.leastTimes ?? 1) > 1 ? t` at least ${condition.leastTimes ?? 1} times` : ''
      const does = condition.kind === 'said' ? t`says` : t`does not say`
      return `${speakerWords[condition.by]} ${does} ${phraseWords(condition)}${whereWords(condition.where)}${times}`
    }
    case 'own-name':
      return t`The agent gives their own name${whereWords(condition.where)}`
    case 'measure': {
      const { label, unit } = ruleMeasures.find(({ id }) => id === condition.metric)!
      return t`${say(label)} is ${limitWords(condition, unit)}`
    }
    case 'sentiment':
      return t`The customer's mood ${moodWords[condition.of]} is ${limitWords(condition, '')}`
    case 'pace':
      return t`The agent says ${phraseWords(condition)}${whereWords(condition.where)}${eachWords(condition)} at ${limitWords(condition, 'words-per-minute')}`
    case 'talked-over':
      return t`The customer speaks into ${phraseWords(condition)}${whereWords(condition.where)}${eachWords(condition)} for ${limitWords(condition, 'seconds')}`
    case 'moment':
      return t`There is ${momentWords[condition.moment]}${condition.leastSeconds === undefined ? '' : t` of at least ${condition.leastSeconds} s`}`
    case 'all':
      return t`All of these hold`
    case 'any':
      return t`Any of these holds`
    case 'none':
      return t`None of these holds`
    case 'at-least':
      return t`At least ${condition.count} of these hold`
    case 'not':
      return t`The following does not hold`
    case 'order':
      return t`The first comes before ${condition.howMany === 'every' ? t`each of the other` : t`the other`}`
    case 'near': {
      const other = condition.howMany === 'every' ? t`each of the other` : t`the other`
      return [t`The one comes`, reachWords(condition), directionWords[condition.direction], other]
        .filter((part) => part !== '')
        .join(' ')
    }
    case 'within':
      return t`${condition.howMany === 'every' ? t`Every time, in` : t`In`} ${passageWords(condition.passage)}, the condition holds`
  }
}

function passageWords(passage: RulePassage): string {
  if (passage.kind === 'between') return t`the passage from the one to the other`
  return [t`what comes`, reachWords(passage), passage.kind === 'before' ? t`before it` : t`after it`]
    .filter((part) => part !== '')
    .join(' ')
}

function eachWords({ howMany }: { howMany?: 'some' | 'every' | undefined }): string {
  return howMany === 'every' ? t`, every time,` : ''
}

function reachWords({
  turns,
  turnsOf,
  seconds,
}: {
  turns?: number | undefined
  turnsOf?: 'agent' | 'customer' | 'anyone' | undefined
  seconds?: number | undefined
}): string {
  const parts = [
    ...(turns === undefined
      ? []
      : [t`${plural(turns, { one: '# turn', other: '# turns' })}${turnWords[turnsOf ?? 'anyone']}`]),
    ...(seconds === undefined ? [] : [t`${seconds} s`]),
  ]
  return parts.length === 0 ? '' : t`within ${parts.join(t` and `)}`
}

function phraseWords({
  phrases,
  sets = [],
}: {
  phrases: readonly string[]
  sets?: string[] | undefined
}): string {
  const shown = [
    ...phrases.slice(0, 3).map((phrase) => `"${phrase}"`),
    ...sets.slice(0, 2).map((set) => t`the phrases of ${set}`),
  ]
  const more = phrases.length + sets.length - shown.length
  if (shown.length === 0) return t`… (no phrase yet)`
  const one = shown.length + more > 1 ? t`one of ` : ''
  return `${one}${shown.join(', ')}${more > 0 ? t` and ${more} more` : ''}`
}

function whereWords(where: Extract<RuleCondition, { kind: 'said' }>['where']): string {
  if (where === undefined) return ''
  const { firstTurns, lastTurns, fromShare, toShare, fromSeconds, toSeconds, lastSeconds } = where
  return [
    firstTurns === undefined
      ? ''
      : t` in their first ${plural(firstTurns, { one: 'turn', other: '# turns' })}`,
    lastTurns === undefined ? '' : t` in their last ${plural(lastTurns, { one: 'turn', other: '# turns' })}`,
    fromShare === undefined ? '' : t` after the first ${perCent(fromShare)} of the words`,
    toShare === undefined ? '' : t` in the first ${perCent(toShare)} of the words`,
    fromSeconds === undefined ? '' : t` after ${fromSeconds} s`,
    toSeconds === undefined ? '' : t` in the first ${toSeconds} s`,
    lastSeconds === undefined ? '' : t` in the last ${lastSeconds} s`,
  ].join('')
}

function limitWords(
  {
    comparison,
    value,
    to,
  }: { comparison: keyof typeof comparisonWords; value: number; to?: number | undefined },
  unit: string,
): string {
  const end = comparison === 'between' ? t` and ${shown(to ?? value, unit)}` : ''
  return `${comparisonWords[comparison]} ${shown(value, unit)}${end}`
}

function shown(value: number, unit: string): string {
  const { factor, suffix } = shownUnit(unit)
  return `${formatShort(value * factor, 2)}${suffix}`
}
