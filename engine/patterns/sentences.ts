import { formatSeconds } from '../../shared/domain/format.ts'
import type { PatternFindings } from '../../shared/contract/patterns.ts'
import type { StatementFinding } from './disclosures/rushed.ts'
import type { QuestionFinding } from './discovery/skipped.ts'
import type { Gathered } from './gather.ts'
import type { OutcomeDifference, WasteFinding } from './waste/find-waste.ts'

const percent = (share: number) => `${Math.round(share * 100)}%`
const range = (low: number, high: number) => `${Math.round(low * 100)} to ${percent(high)}`
const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** What a page rests on. */
export function coverageSentence(coverage: Omit<PatternFindings['coverage'], 'sentence'>): string {
  const { conversations, unread, leftOut, timed, withHandleTime } = coverage
  const parts = [
    `Rests on ${count(conversations, 'conversation')}, ${timed.toLocaleString('en')} of them spoken with times, ${withHandleTime.toLocaleString('en')} with a handle time and an agent.`,
  ]
  if (unread > 0) parts.push(`${count(unread, 'conversation has', 'conversations have')} not been read yet.`)
  if (leftOut > 0)
    parts.push(`${count(leftOut, 'older one is', 'older ones are')} left out: the newest are looked at.`)
  parts.push('Found by rules from text and times, not checked by people.')
  return parts.join(' ')
}

/** One statement in one sentence or two, its title left to who shows it. */
export function statementSentence(
  { all, notJudged, teams }: StatementFinding,
  teamName: (id: number) => string,
): string {
  if (all === null)
    return notJudged > 0
      ? `Made ${count(notJudged, 'time')}, but too little is known of how fast these agents usually speak.`
      : 'Not found in any conversation with times.'
  const what = `Of ${count(all.n, 'time')} it was made, ${all.either === 0 ? 'none was' : all.either === 1 ? 'one was' : `${all.either} were`} rushed or talked over (${percent(all.share)}, 95% interval ${range(all.low, all.high)}).`
  const worst = teams[0]
  if (worst === undefined || teams.length < 2 || worst.low <= all.share) return what
  return `${what} It stands out in ${teamName(worst.id)}: ${worst.either} of ${worst.n} (${percent(worst.share)}, ${range(worst.low, worst.high)}).`
}

/** One phrase in one sentence. */
export function wasteSentence({ words, n, agents, seconds, lowSeconds, highSeconds }: WasteFinding): string {
  return `Where agents say “${words.join(' ')}”, contacts take ${formatSeconds(seconds)} longer (95% interval ${formatSeconds(lowSeconds)} to ${formatSeconds(highSeconds)}) than others of the same queue, reason, channel and agent: ${count(n, 'conversation')}, ${count(agents, 'agent')}.`
}

/** One outcome beside it. */
export function outcomeSentence(label: string, outcome: OutcomeDifference): string {
  const { verdict, difference, low, high, nWith, nWithout } = outcome
  const known = `${nWith} with, ${nWithout} without`
  if (difference === null || low === null || high === null) return `${label}: too few to tell (${known}).`
  const points = (value: number) => `${value > 0 ? '+' : ''}${Math.round(value * 100)}`.replace('-', '−')
  return `${label}: ${verdict}; ${points(difference)} points (95% interval ${points(low)} to ${points(high)}; ${known}).`
}

/** One question in one sentence or two, its title left to who shows it. */
export function questionSentence(
  { n, said, abstained, teams }: QuestionFinding,
  teamName: (id: number) => string,
): string {
  const open = abstained > 0 ? ` In ${count(abstained, 'more conversation')} nobody can tell.` : ''
  const skipping = teams.filter(({ isSkipped }) => isSkipped)
  if (skipping.length === 0) {
    const all = n === 0 ? 'It could not be judged anywhere' : `Asked in ${said} of ${n}`
    return `${all}; no team stands out.${open}`
  }
  const who = skipping.map(({ teamId, compared }) => {
    const { rate, otherRate, difference, low, high, agents, isSameWork } = compared!
    const where = isSameWork ? 'on the same queues' : 'on other queues'
    return `Agents of ${teamName(teamId)} ask in ${percent(rate)} of their conversations, others in ${percent(otherRate)} ${where} (${Math.round(-difference * 100)} points less, 95% interval ${Math.round(-high * 100)} to ${Math.round(-low * 100)}; ${count(agents, 'agent')})`
  })
  return `${who.join('; ')}.${open}`
}

/** What each finding needs and does not have; null where it has it. */
export function missingSentences(
  gathered: Pick<Gathered, 'conversations' | 'timed' | 'contacts' | 'made'>,
): Record<'disclosures' | 'waste' | 'discovery', string | null> {
  const { conversations, timed, contacts } = gathered
  if (conversations.length === 0) {
    const nothing =
      'No conversation of these days has been read: import transcripts, look at more days, or wait until those that came in are read ("debrief analyze" in the terminal).'
    return { disclosures: nothing, waste: nothing, discovery: nothing }
  }
  return {
    disclosures:
      timed === 0
        ? 'No transcript of these days has the times of its turns: without them nobody can say how fast something was said. Export transcripts with begin and end of each turn.'
        : null,
    waste:
      contacts.length < 100
        ? `${count(contacts.length, 'conversation has', 'conversations have')} both a handle time and an agent; about 100 are needed. Import the contact log of the same calls.`
        : null,
    discovery: conversations.every(({ teamId }) => teamId === null)
      ? 'Nobody knows which team the agents are in: import a roster.'
      : null,
  }
}
