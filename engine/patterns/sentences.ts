import { msg, plural, say, t, type MessageDescriptor } from '#speech'
import { formatSeconds, formatValue } from '../../shared/domain/format.ts'
import { formatNumber } from '../../shared/speech/numbers.ts'
import type { PatternFindings } from '../../shared/contract/patterns.ts'
import type { StatementFinding } from './disclosures/rushed.ts'
import type { QuestionFinding } from './discovery/skipped.ts'
import type { Gathered } from './gather.ts'
import type { OutcomeDifference, WasteFinding } from './waste/find-waste.ts'

const number = (share: number) => formatNumber(share * 100)
const percent = (share: number) => formatValue(share, { unit: 'share', scale: null })

/** What a page rests on. */
export function coverageSentence(coverage: Omit<PatternFindings['coverage'], 'sentence'>): string {
  const { conversations, unread, leftOut } = coverage
  const [timed, handled] = [coverage.timed, coverage.withHandleTime].map((n) => formatNumber(n))
  const parts = [
    t`Rests on ${plural({ conversations }, { one: '# conversation', other: '# conversations' })}, ${{ timed }} of them spoken with times, ${{ handled }} with a handle time and an agent.`,
  ]
  if (unread > 0)
    parts.push(
      t`${plural({ unread }, { one: '# conversation has', other: '# conversations have' })} not been read yet.`,
    )
  if (leftOut > 0)
    parts.push(
      t`${plural({ leftOut }, { one: '# older one is', other: '# older ones are' })} left out: the newest are looked at.`,
    )
  parts.push(t`Found by rules from text and times, not checked by people.`)
  return parts.join(' ')
}

/** One statement in one sentence or two, its title left to who shows it. */
export function statementSentence(
  { all, notJudged, teams }: StatementFinding,
  teamName: (id: number) => string,
): string {
  if (all === null)
    return notJudged > 0
      ? t`Made ${plural({ times: notJudged }, { one: '# time', other: '# times' })}, but too little is known of how fast these agents usually speak.`
      : t`Not found in any conversation with times.`
  const { either } = all
  const [share, low, high] = [percent(all.share), number(all.low), percent(all.high)]
  const what =
    either === 0
      ? t`Of ${plural({ times: all.n }, { one: '# time', other: '# times' })} it was made, none was rushed or talked over (${{ share }}, 95% interval ${{ low }} to ${{ high }}).`
      : t`Of ${plural({ times: all.n }, { one: '# time', other: '# times' })} it was made, ${plural({ either }, { one: 'one was', other: '# were' })} rushed or talked over (${{ share }}, 95% interval ${{ low }} to ${{ high }}).`
  const worst = teams[0]
  if (worst === undefined || teams.length < 2 || worst.low <= all.share) return what
  return `${what} ${standsOut(worst, teamName(worst.id))}`
}

function standsOut({ either, n, ...worst }: StatementFinding['teams'][number], team: string): string {
  const [share, low, high] = [percent(worst.share), number(worst.low), percent(worst.high)]
  return t`It stands out in ${{ team }}: ${{ either }} of ${{ n }} (${{ share }}, ${{ low }} to ${{ high }}).`
}

/** One phrase in one sentence. */
export function wasteSentence({ words, n, agents, ...found }: WasteFinding): string {
  const phrase = words.join(' ')
  const [longer, low, high] = [found.seconds, found.lowSeconds, found.highSeconds].map(formatSeconds)
  return t`Where agents say “${{ phrase }}”, contacts take ${{ longer }} longer (95% interval ${{ low }} to ${{ high }}) than others of the same queue, reason, channel and agent: ${plural({ conversations: n }, { one: '# conversation', other: '# conversations' })}, ${plural({ agents }, { one: '# agent', other: '# agents' })}.`
}

const verdicts: Record<OutcomeDifference['verdict'], MessageDescriptor> = {
  'no difference seen': msg`no difference seen`,
  'too few to tell': msg`too few to tell`,
  worse: msg`worse`,
  better: msg`better`,
}

/** One outcome beside it. */
export function outcomeSentence(label: string, outcome: OutcomeDifference): string {
  const { difference, low, high, nWith, nWithout } = outcome
  if (difference === null || low === null || high === null)
    return t`${{ label }}: too few to tell (${{ nWith }} with, ${{ nWithout }} without).`
  const points = (value: number) => `${value > 0 ? '+' : ''}${number(value)}`
  const verdict = say(verdicts[outcome.verdict])
  return t`${{ label }}: ${{ verdict }}; ${{ difference: points(difference) }} points (95% interval ${{ low: points(low) }} to ${{ high: points(high) }}; ${{ nWith }} with, ${{ nWithout }} without).`
}

/** One question in one sentence or two, its title left to who shows it. */
export function questionSentence(
  { n, said, abstained, teams }: QuestionFinding,
  teamName: (id: number) => string,
): string {
  const open =
    abstained > 0
      ? [
          t`In ${plural({ conversations: abstained }, { one: '# more conversation', other: '# more conversations' })} nobody can tell.`,
        ]
      : []
  const skipping = teams.flatMap(({ isSkipped, teamId, compared }) =>
    isSkipped ? [skippedBy(teamName(teamId), compared!)] : [],
  )
  if (skipping.length > 0) return [`${skipping.join('; ')}.`, ...open].join(' ')
  const all =
    n === 0
      ? t`It could not be judged anywhere; no team stands out.`
      : t`Asked in ${{ said }} of ${{ n }}; no team stands out.`
  return [all, ...open].join(' ')
}

/** Without a full stop. */
function skippedBy(
  team: string,
  compared: NonNullable<QuestionFinding['teams'][number]['compared']>,
): string {
  const { agents } = compared
  const [rate, otherRate] = [percent(compared.rate), percent(compared.otherRate)]
  const [less, low, high] = [-compared.difference, -compared.high, -compared.low].map(number)
  return compared.isSameWork
    ? t`Agents of ${{ team }} ask in ${{ rate }} of their conversations, others in ${{ otherRate }} on the same queues (${{ less }} points less, 95% interval ${{ low }} to ${{ high }}; ${plural({ agents }, { one: '# agent', other: '# agents' })})`
    : t`Agents of ${{ team }} ask in ${{ rate }} of their conversations, others in ${{ otherRate }} on other queues (${{ less }} points less, 95% interval ${{ low }} to ${{ high }}; ${plural({ agents }, { one: '# agent', other: '# agents' })})`
}

/** What each finding needs and does not have; null where it has it. */
export function missingSentences(
  gathered: Pick<Gathered, 'conversations' | 'timed' | 'contacts' | 'made'>,
): Record<'disclosures' | 'waste' | 'discovery', string | null> {
  const { conversations, timed, contacts } = gathered
  if (conversations.length === 0) {
    const nothing = t`No conversation of these days has been read: import transcripts, look at more days, or wait until those that came in are read ("debrief analyze" in the terminal).`
    return { disclosures: nothing, waste: nothing, discovery: nothing }
  }
  return {
    disclosures:
      timed === 0
        ? t`No transcript of these days has the times of its turns: without them nobody can say how fast something was said. Export transcripts with begin and end of each turn.`
        : null,
    waste:
      contacts.length < 100
        ? t`${plural({ conversations: contacts.length }, { one: '# conversation has', other: '# conversations have' })} both a handle time and an agent; about 100 are needed. Import the contact log of the same calls.`
        : null,
    discovery: conversations.every(({ teamId }) => teamId === null)
      ? t`Nobody knows which team the agents are in: import a roster.`
      : null,
  }
}
