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
import { counted } from './words.ts'

/** The latest, so that a year of coaching does not fill the report. */
const MOST_LISTED = 24

const verdictWords = {
  improved: 'Improved',
  worse: 'Worse',
  'no-change-seen': 'No change seen',
  'too-early': 'Too early to tell',
} as const satisfies Partial<Record<EffectState, string>>

type Verdict = keyof typeof verdictWords
type Judged = CoachingSoFar['effects'][number] & { effect: CoachingEffect & { state: Verdict } }

/** What coaching came to: sessions held, the one verdict each at eight weeks, and what works here. The figures of the board, in short. */
export function coachedSection({ sessions, inWindow, effects }: CoachingSoFar): Block {
  const judged = effects
    .filter((one): one is Judged => one.effect.state in verdictWords)
    .toSorted((a, b) => b.effect.heldOn.localeCompare(a.effect.heldOn))
  return {
    kind: 'section',
    title: 'What coaching came to',
    blocks:
      sessions === 0
        ? [{ kind: 'paragraph', text: 'No session was held up to the end of this period.' }]
        : [
            { kind: 'paragraph', text: heldSentence(sessions, inWindow) },
            ...(effects.length === 0 ? [] : [{ kind: 'paragraph' as const, text: sofar(effects, judged) }]),
            ...(judged.length === 0 ? [] : [verdictTable(judged)]),
            ...worksHere(effects.map(({ effect }) => effect)),
          ],
  }
}

function heldSentence(sessions: number, inWindow: number): string {
  const within = inWindow === 0 ? 'none' : String(inWindow)
  return `${counted(sessions, 'session')} ${sessions === 1 ? 'was' : 'were'} held up to the end of this period, ${within} of them in it.`
}

/** How many have a verdict, and when the next falls. */
function sofar(effects: CoachingSoFar['effects'], judged: readonly Judged[]): string {
  const count = (state: Verdict) => judged.filter(({ effect }) => effect.state === state).length
  const parts = (['improved', 'no-change-seen', 'worse', 'too-early'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${count(state)} ${verdictWords[state].toLowerCase()}`)
  const open = effects.filter(({ effect }) => !(effect.state in verdictWords))
  const next = open.map(({ effect }) => effect.looks.at(-1)!.on).toSorted()[0]
  return [
    judged.length === 0
      ? 'Nobody’s eight weeks are over yet, so there is no verdict.'
      : `${counted(judged.length, 'person', 'people')} of ${effects.length} coached on a driver ${judged.length === 1 ? 'has' : 'have'} the one verdict that falls after eight weeks: ${parts.join(', ')}.`,
    next === undefined
      ? ''
      : `Of ${counted(open.length, 'other', 'others')} it is too soon to say; the next verdict falls on ${dayInWords(next)}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function verdictTable(judged: readonly Judged[]): Block {
  const shown = judged.slice(0, MOST_LISTED)
  return {
    kind: 'table',
    caption: 'Verdicts after eight weeks',
    columns: [
      { label: 'Agent', width: 'rest' },
      { label: 'Driver', width: 'rest' },
      { label: 'Held', align: 'right' },
      { label: 'Verdict', width: 84 },
      { label: 'Change (95% interval)', align: 'right' },
      { label: 'n', align: 'right' },
      { label: 'Beside', align: 'right' },
    ],
    rows: shown.map(({ name, effect }) => [
      name,
      effect.driver.label,
      dayInShort(effect.heldOn),
      verdict(effect),
      changeOf(effect),
      (effect.after?.n ?? 0).toLocaleString('en-GB'),
      effect.effect === null ? '–' : String(effect.controls.n),
    ]),
    note: `Change beyond what was expected of the agent anyway, beside so many people who were not coached on it: positive is better. Too early is no verdict: the interval leaves room for both.${judged.length > shown.length ? ` The ${shown.length} latest of ${judged.length}; the board has them all.` : ''}`,
  }
}

function verdict({ state, contactsNeeded }: Judged['effect']): string {
  const words = verdictWords[state]
  return state === 'too-early' && contactsNeeded !== null
    ? `${words}: ${contactsNeeded.toLocaleString('en-GB')} to go`
    : words
}

function changeOf({ effect, driver, controls }: CoachingEffect): string {
  if (effect === null) return controls.tooFew === null ? 'nothing to compare' : 'too few to compare with'
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
  return `${signed(value)} (${signed(low)} to ${signed(high)})`
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
      caption: 'What works here, by driver',
      columns: [
        { label: 'Driver', width: 'rest' },
        { label: 'Coached', align: 'right' },
        { label: 'Judged', align: 'right' },
        { label: 'Improved', align: 'right' },
        { label: 'No change', align: 'right' },
        { label: 'Worse', align: 'right' },
        { label: 'Too early', align: 'right' },
        { label: 'Together (95% interval)', align: 'right' },
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
      note: `Means are given from ${LEAST_JUDGED} judged sessions on; fewer say nothing of what works.`,
    },
  ]
}

function together({ judged, mean, interval }: ProgrammeGroup, format: ValueFormat): string {
  if (judged < LEAST_JUDGED) return 'too few to say'
  return mean === null || interval === null ? 'no figure' : withInterval({ value: mean, ...interval }, format)
}
