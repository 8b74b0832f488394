import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { randomFrom, type Random } from '../simulation/random.ts'

/** How much of a contact centre to write. The same size gives the same bytes. */
export interface CentreSize {
  contacts: number
  agents: number
  /** Which of several centres, so that no contact and nobody is in two of them. */
  part?: number
  /** Questions of the form, each a driver; ten where it does not say. */
  questions?: number
}

export const DAYS = 365
const FIRST_DAY_MS = Date.UTC(2025, 8, 1)
const DAY_MS = 86_400_000
const PEOPLE_PER_TEAM = 20
const CUSTOMERS = 400_000

const queues = [
  'Billing',
  'Technical support',
  'Orders',
  'Retention',
  'New customers',
  'Deliveries',
  'Returns',
  'Business',
  'Payments',
  'General',
]
const reasons = [
  'Invoice unclear',
  'Payment failed',
  'Late delivery',
  'Wrong article',
  'No connection',
  'Slow connection',
  'Cancel contract',
  'Change of address',
  'New contract',
  'Refund',
  'Warranty',
  'Other',
]
const syllables = [
  'Ba',
  'de',
  'Fi',
  'ga',
  'Ho',
  'ja',
  'Ke',
  'lu',
  'Mi',
  'no',
  'Pe',
  'ra',
  'So',
  'ti',
  'Va',
  'zu',
]

/** A name made up from a number: a hundred first names, several hundred last names. */
function madeUpName(index: number): string {
  const word = (number: number, length: number) => {
    let text = ''
    for (let rest = number, place = 0; place < length; place++, rest = Math.floor(rest / 16))
      text += syllables[(rest * 7 + place * 5) % 16]!.toLowerCase()
    return text[0]!.toUpperCase() + text.slice(1)
  }
  return `${word((index * 37) % 100, 2)} ${word((index * 101) % 887, 3)}`
}

/** The columns of the log, as a call platform exports them. */
export const contactColumns = [
  'Contact ID',
  'Start Time',
  'Queue',
  'Agent ID',
  'Agent Name',
  'Team',
  'Reason',
  'Customer Number',
  'Talk Time',
  'Hold Time',
  'After Call Work Time',
  'Transferred',
] as const

/** What is fixed of an agent. */
interface Agent {
  id: string
  name: string
  team: string
  queues: string[]
  talkSeconds: number
  transferShare: number
  skill: number
}

function makeAgents(random: Random, { agents, part = 0 }: CentreSize): Agent[] {
  return Array.from({ length: agents }, (_, place) => {
    const index = part * agents + place
    const team = Math.floor(index / PEOPLE_PER_TEAM)
    return {
      id: `AG${String(10_000 + index)}`,
      name: madeUpName(index),
      team: `Team ${String(team + 1).padStart(3, '0')}`,
      // a team serves two queues next to each other
      queues: [queues[team % queues.length]!, queues[(team + 1) % queues.length]!],
      talkSeconds: 280 + random.normal(0, 40),
      transferShare: Math.min(0.3, Math.max(0.02, random.normal(0.1, 0.03))),
      skill: random.normal(0, 0.08),
    }
  })
}

const two = (value: number) => String(value).padStart(2, '0')
function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

function stamp(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')
}

/** One contact with everything the other files refer to. */
interface Contact {
  ref: string
  atMs: number
  agent: Agent
  line: string
}

/** Contacts in the order of their starts, spread evenly over `days` from `firstDay`. */
function* contacts(
  size: CentreSize,
  agents: readonly Agent[],
  span: { firstDay: number; days: number; firstRef: number },
): Generator<Contact> {
  const random = randomFrom(span.firstRef + 17)
  for (let index = 0; index < size.contacts; index++) {
    const agent = agents[random.integer(0, agents.length - 1)]!
    const atMs = FIRST_DAY_MS + (span.firstDay + (index / size.contacts) * span.days) * DAY_MS
    const talk = Math.max(5, Math.round(agent.talkSeconds * Math.exp(random.normal(0, 0.5))))
    const hold = random.uniform() < 0.3 ? random.integer(10, 180) : 0
    const ref = `3000${String(span.firstRef + index).padStart(11, '0')}`
    const cells = [
      ref,
      stamp(atMs),
      agent.queues[random.uniform() < 0.7 ? 0 : 1]!,
      agent.id,
      agent.name,
      agent.team,
      reasons[Math.floor(random.uniform() ** 1.6 * reasons.length)]!,
      `+1212${String(5_000_000 + random.integer(0, CUSTOMERS - 1))}`,
      clock(talk),
      clock(hold),
      clock(random.integer(5, 120)),
      random.uniform() < agent.transferShare ? 'Yes' : 'No',
    ]
    yield { ref, atMs, agent, line: `${cells.join(',')}\n` }
  }
}

/** The lines of the contacts `toLine` has one for. */
function* linesOf(
  all: Iterable<Contact>,
  toLine: (contact: Contact, index: number) => string | null,
): Generator<string> {
  let index = 0
  for (const contact of all) {
    const line = toLine(contact, index++)
    if (line !== null) yield line
  }
}

async function writeLines(path: string, header: readonly string[], lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path)
  let block = `${header.join(',')}\n`
  for (const line of lines) {
    block += line
    if (block.length > 1 << 18) {
      if (!stream.write(block)) await once(stream, 'drain')
      block = ''
    }
  }
  stream.end(block)
  await once(stream, 'finish')
}

/** Writes a year's log of contacts. */
export async function writeContactLog(path: string, size: CentreSize): Promise<void> {
  const agents = makeAgents(randomFrom(1), size)
  const all = contacts(size, agents, { firstDay: 0, days: DAYS, firstRef: (size.part ?? 0) * size.contacts })
  await writeLines(
    path,
    contactColumns,
    linesOf(all, ({ line }) => line),
  )
}

/** Writes the log of the day after that year. */
export async function writeNextDay(path: string, size: CentreSize): Promise<void> {
  const agents = makeAgents(randomFrom(1), size)
  const perDay = { ...size, contacts: Math.round(size.contacts / DAYS) }
  const all = contacts(perDay, agents, { firstDay: DAYS, days: 1, firstRef: size.contacts })
  await writeLines(
    path,
    contactColumns,
    linesOf(all, ({ line }) => line),
  )
}

const comments = [
  'Very friendly, thank you.',
  'I had to call twice.',
  'Nobody could help me.',
  'Quick and clear.',
  '',
]

/** Writes a survey response for one contact in ten. */
export async function writeSurveys(path: string, size: CentreSize): Promise<void> {
  const agents = makeAgents(randomFrom(1), size)
  const random = randomFrom(2)
  const header = ['Survey ID', 'Contact ID', 'Response Date', 'Agent ID', 'Agent Name', 'CSAT', 'Comment']
  const all = contacts(size, agents, { firstDay: 0, days: DAYS, firstRef: (size.part ?? 0) * size.contacts })
  const lines = linesOf(all, ({ ref, atMs, agent }, index) => {
    if (index % 10 !== 3) return null
    const csat = Math.min(5, Math.max(1, Math.round(4 + agent.skill * 4 + random.normal(0, 0.9))))
    const comment = comments[random.integer(0, comments.length - 1)]!
    return `S${ref},${ref},${stamp(atMs + 3_600_000)},${agent.id},${agent.name},${csat},"${comment}"\n`
  })
  await writeLines(path, header, lines)
}

const questions = [
  'Greeted the customer',
  'Verified the customer',
  'Understood the request',
  'Showed empathy',
  'Explained the solution',
  'Offered further help',
  'Kept the customer informed',
  'Used the knowledge base',
  'Documented the contact',
  'Closed politely',
  'Asked open questions',
  'Listened without interrupting',
  'Repeated the request in own words',
  'Apologised where it was due',
  'Named the next step',
  'Gave a time for it',
  'Explained the price',
  'Checked the address',
  'Offered a call back',
  'Asked before the hold',
  'Thanked for waiting',
  'Spoke clearly',
  'Avoided jargon',
  'Took ownership',
  'Checked that it was solved',
  'Gave the reference number',
]
const USUAL_QUESTIONS = 10

/** Writes an evaluation of ten questions, or as many as the size says, for one contact in twenty-five; half of them have a survey too. */
export async function writeEvaluations(path: string, size: CentreSize): Promise<void> {
  const asked = questions.slice(0, size.questions ?? USUAL_QUESTIONS)
  const agents = makeAgents(randomFrom(1), size)
  const random = randomFrom(3)
  const header = [
    'Evaluation ID',
    'Contact ID',
    'Evaluation Date',
    'Agent ID',
    'Agent Name',
    'Evaluator',
    'Form',
    'Score',
  ]
  const all = contacts(size, agents, { firstDay: 0, days: DAYS, firstRef: (size.part ?? 0) * size.contacts })
  const lines = linesOf(all, ({ ref, atMs, agent }, index) => {
    if (index % 25 !== 8) return null
    const passes = asked.map((_, index) => random.uniform() < 0.75 + agent.skill + (index % 4) * 0.04)
    const score = Math.round((100 * passes.filter(Boolean).length) / passes.length)
    const cells = [
      `E${ref}`,
      ref,
      stamp(atMs + DAY_MS / 2),
      agent.id,
      agent.name,
      'Quality Team',
      'Phone standard',
      `${score}%`,
    ]
    return `${[...cells, ...passes.map((isPassed) => (isPassed ? 'Yes' : 'No'))].join(',')}\n`
  })
  await writeLines(path, [...header, ...asked], lines)
}

/** Writes a shift for each agent on the last `days` days of the year. */
export async function writeShifts(path: string, size: CentreSize, days: number): Promise<void> {
  const agents = makeAgents(randomFrom(1), size)
  const random = randomFrom(4)
  const header = ['Date', 'Agent ID', 'Agent Name', 'Scheduled Time', 'Time In Adherence', 'Adherence']
  function* lines() {
    for (let day = DAYS - days; day < DAYS; day++)
      for (const agent of agents) {
        const adherence = Math.min(1, Math.max(0.5, random.normal(0.92 + agent.skill / 4, 0.05)))
        const date = stamp(FIRST_DAY_MS + day * DAY_MS).slice(0, 10)
        yield `${date},${agent.id},${agent.name},${clock(28_800)},${clock(Math.round(28_800 * adherence))},${(100 * adherence).toFixed(1)}%\n`
      }
  }
  await writeLines(path, header, lines())
}
