import { msg, plural, say, t, type MessageDescriptor } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
import {
  LEAST_JUDGED,
  type CoachingEffect,
  type EffectState,
  type ProgrammeGroup,
} from '../../shared/contract/effects.ts'
import { formatDifference, type ValueFormat } from '../../shared/domain/format.ts'
import { programmeView } from '../coaching/index.ts'
import { dayInShort, dayInWords, type Block } from '../documents/index.ts'
import type { CoachingSoFar } from './facts.ts'
import { peopleInWords } from './words.ts'

/** The latest, so that a year of coaching does not fill the report. */
const MOST_LISTED = 24

const verdictWords = {
  improved: msg`Improved`,
  worse: msg`Worse`,
  'no-change-seen': msg`No change seen`,
  'too-early': msg`Too early to tell`,
} as const satisfies Partial<Record<EffectState, MessageDescriptor>>

type Verdict = keyof typeof verdictWords
type Judged = CoachingSoFar['effects'][number] & { effect: CoachingEffect & { state: Verdict } }

/** What coaching came to: sessions held, the one verdict each at eight weeks, and what works here. The figures of the board, in short. */
export function coachedSection({ sessions, inWindow, effects }: CoachingSoFar): Block {
  const judged = effects
    .filter((one): one is Judged => one.effect.state in verdictWords)
    .toSorted((a, b) => b.effect.heldOn.localeCompare(a.effect.heldOn))
  return {
    kind: 'section',
    title: t`What coaching came to`,
    blocks:
      sessions === 0
        ? [{ kind: 'paragraph', text: t`No session was held up to the end of this period.` }]
        : [
            { kind: 'paragraph', text: heldSentence(sessions, inWindow) },
            ...(effects.length === 0 ? [] : [{ kind: 'paragraph' as const, text: sofar(effects, judged) }]),
            ...(judged.length === 0 ? [] : [verdictTable(judged)]),
            ...worksHere(effects.map(({ effect }) => effect)),
          ],
  }
}

function heldSentence(sessions: number, inWindow: number): string {
  return inWindow === 0
    ? t`${plural({ sessions }, { one: '# session was', other: '# sessions were' })} held up to the end of this period, none of them in it.`
    : t`${plural({ sessions }, { one: '# session was', other: '# sessions were' })} held up to the end of this period, ${{ within: inWindow }} of them in it.`
}

/** How many have a verdict, and when the next falls. */
function sofar(effects: CoachingSoFar['effects'], judged: readonly Judged[]): string {
  const count = (state: Verdict) => judged.filter(({ effect }) => effect.state === state).length
  const parts = (['improved', 'no-change-seen', 'worse', 'too-early'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => verdictsInWords(state, count(state)))
  const open = effects.filter(({ effect }) => !(effect.state in verdictWords))
  const next = open.map(({ effect }) => effect.looks.at(-1)!.on).toSorted()[0]
  return [
    judged.length === 0
      ? t`Nobody’s eight weeks are over yet, so there is no verdict.`
      : t`${{ judged: peopleInWords(judged.length) }} of ${{ coached: effects.length }} coached on a driver ${plural({ n: judged.length }, { one: 'has', other: 'have' })} the one verdict that falls after eight weeks: ${{ verdicts: parts.join(', ') }}.`,
    next === undefined
      ? ''
      : t`Of ${plural({ others: open.length }, { one: '# other', other: '# others' })} it is too soon to say; the next verdict falls on ${{ day: dayInWords(next) }}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** `3 improved`, within a sentence. */
function verdictsInWords(state: Verdict, n: number): string {
  switch (state) {
    case 'improved':
      return t`${{ n }} improved`
    case 'worse':
      return t`${{ n }} worse`
    case 'no-change-seen':
      return t`${{ n }} no change seen`
    case 'too-early':
      return t`${{ n }} too early to tell`
  }
}

function verdictTable(judged: readonly Judged[]): Block {
  const shown = judged.slice(0, MOST_LISTED)
  return {
    kind: 'table',
    caption: t`Verdicts after eight weeks`,
    columns: [
      { label: t`Agent`, width: 'rest' },
      { label: t`Driver`, width: 'rest' },
      { label: t`Held`, align: 'right' },
      { label: t`Verdict`, width: 84 },
      { label: t`Change (95% interval)`, align: 'right' },
      { label: 'n', align: 'right' },
      { label: t`Beside`, align: 'right' },
    ],
    rows: shown.map(({ name, effect }) => [
      name,
      effect.driver.label,
      dayInShort(effect.heldOn),
      verdict(effect),
      changeOf(effect),
      formatNumber(effect.after?.n ?? 0),
      effect.effect === null ? '–' : String(effect.controls.n),
    ]),
    note: [
      t`Change beyond what was expected of the agent anyway, beside so many people who were not coached on it: positive is better. Too early is no verdict: the interval leaves room for both.`,
      ...(judged.length > shown.length
        ? [t`The ${{ shown: shown.length }} latest of ${{ all: judged.length }}; the board has them all.`]
        : []),
    ].join(' '),
  }
}

function verdict({ state, contactsNeeded }: Judged['effect']): string {
  const words = say(verdictWords[state])
  return state === 'too-early' && contactsNeeded !== null
    ? t`${{ words }}: ${{ needed: formatNumber(contactsNeeded) }} to go`
    : words
}

function changeOf({ effect, driver, controls }: CoachingEffect): string {
  if (effect === null) return controls.tooFew === null ? t`nothing to compare` : t`too few to compare with`
  return withInterval({ value: effect.value, low: effect.low, high: effect.high }, driver)
}

function withInterval(
  { value, low, high }: { value: number; low: number; high: number },
  format: ValueFormat,
): string {
  const signed = (number: number) => {
    const size = formatDifference(Math.abs(number), format)
    return `${number < 0 ? '−' : '+'}${size}`
  }
  return t`${{ value: signed(value) }} (${{ low: signed(low) }} to ${{ high: signed(high) }})`
}

/** By driver, as the board has it; a mean stands only where enough were judged. */
function worksHere(effects: readonly CoachingEffect[]): Block[] {
  if (effects.length === 0) return []
  const formats = new Map(effects.map(({ driver }) => [driver.id, driver]))
  const groups = programmeView(
    effects.map((effect) => ({ key: effect.driver.id, group: effect.driver.label, effect })),
  )
  return [
    {
      kind: 'table',
      caption: t`What works here, by driver`,
      columns: [
        { label: t`Driver`, width: 'rest' },
        { label: t`Coached`, align: 'right' },
        { label: t`Judged`, align: 'right' },
        { label: t`Improved`, align: 'right' },
        { label: t`No change`, align: 'right' },
        { label: t`Worse`, align: 'right' },
        { label: t`Too early`, align: 'right' },
        { label: t`Together (95% interval)`, align: 'right' },
      ],
      rows: groups
        .toSorted((a, b) => b.judged - a.judged || b.sessions - a.sessions || a.group.localeCompare(b.group))
        .map((group) => [
          group.group,
          ...[
            group.sessions,
            group.judged,
            group.verdicts.improved,
            group.verdicts.noChangeSeen,
            group.verdicts.worse,
            group.verdicts.tooEarly,
          ].map(String),
          together(group, formats.get(group.key)!),
        ]),
      note: t`Means are given from ${{ least: LEAST_JUDGED }} judged sessions on; fewer say nothing of what works.`,
    },
  ]
}

function together({ judged, mean, interval }: ProgrammeGroup, format: ValueFormat): string {
  if (judged < LEAST_JUDGED) return t`too few to say`
  return mean === null || interval === null
    ? t`no figure`
    : withInterval({ value: mean, ...interval }, format)
}
