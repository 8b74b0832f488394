import { QUEUES, SLOW_CONSOLE, SLOW_CONSOLE_DAYS } from './company.ts'
import type { Channel, QueueId } from './company.ts'
import { addDays, dayStartMs, weekdayOf } from './days.ts'
import { teamOn, worksOn } from './people.ts'
import type { Agent } from './people.ts'
import { BEHAVIOURS, QUEUE_PROBLEM, TEAM_PROBLEM } from './planted.ts'
import type { Behaviour } from './planted.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'

export const WEEKS = 12
export const DAYS = WEEKS * 7

/** One contact as it happened; the files show what each tool would have kept of it. */
export interface Contact {
  id: string
  channel: Channel
  queue: QueueId
  reason: string
  /** Null where the customer gave up before anybody answered. */
  agent: Agent | null
  day: string
  startedAt: number
  customerNumber: string
  waitSeconds: number
  talkSeconds: number
  holdSeconds: number
  holds: number
  /** False of a call taken on a telephone that logs no holds. */
  hasHoldLogged: boolean
  wrapSeconds: number
  isTransferred: boolean
  isResolved: boolean
  isRepeat: boolean
  behaviours: Record<Behaviour, boolean>
  /** What the customer felt, 1..5 before rounding; only some are asked. */
  satisfaction: number
}

export interface Shift {
  agent: Agent
  day: string
  startedAt: number
  scheduledSeconds: number
  workedSeconds: number
  adherentSeconds: number
  absence: '' | 'Vacation' | 'Sick' | 'No show' | 'Leave of absence'
  plannedAbsenceSeconds: number
  unplannedAbsenceSeconds: number
}

/** What each behaviour adds to satisfaction on the 1..5 scale when it is there rather than not. */
export const SATISFACTION_EFFECTS: Record<Behaviour, number> = {
  greeting: 0.05,
  verification: 0,
  listening: 0.25,
  empathy: 0.36,
  accuracy: 0.3,
  ownership: 0.26,
  recap: 0.34,
  furtherHelp: 0.14,
  closing: 0.08,
}

const SHIFT_SECONDS = 8 * 3600
/** A repeat contact comes from a problem that was left open, or sometimes from one that was not. */
const RETURN_SHARE = { open: 0.46, solved: 0.05 }

interface Pending {
  dueDay: string
  customerNumber: string
  reason: string
}

/** Which weeks are simulated: the twelve of the exports, or those before them, of which the telephone system kept a part. */
interface Stretch {
  /** Days before the last day, the first and the last simulated. */
  from: number
  to: number
  /** Names of the random streams, so that one stretch does not shift the other. */
  streams: { contacts: string; shifts: string }
  firstNumber: number
}

const EXPORTED: Stretch = {
  from: DAYS - 1,
  to: 0,
  streams: { contacts: 'contacts', shifts: 'shifts' },
  firstNumber: 41_800_000,
}
const EARLIER_DAYS = 35
export const EARLIER: Stretch = {
  from: DAYS - 1 + EARLIER_DAYS,
  to: DAYS,
  streams: { contacts: 'contacts before', shifts: 'shifts before' },
  firstNumber: 41_300_000,
}

/**
 * The contacts and shifts of a stretch of weeks, the twelve up to `endDay` unless told otherwise. `volume` 1 gives about 45,000 contacts in
 * twelve weeks; shifts do not depend on it.
 */
export function simulateFloor(
  agents: readonly Agent[],
  options: { seed: number; endDay: string; volume: number },
  stretch = EXPORTED,
): { contacts: Contact[]; shifts: Shift[] } {
  const random = createRandom(options.seed, stretch.streams.contacts)
  const shiftRandom = createRandom(options.seed, stretch.streams.shifts)
  const contacts: Contact[] = []
  const shifts: Shift[] = []
  const pending = new Map<QueueId, Pending[]>()
  const restDays = new Map(agents.map((agent) => [agent, [0, shiftRandom.pick([6, 6, 6, 1, 3])]]))
  for (let offset = stretch.from; offset >= stretch.to; offset -= 1) {
    const day = addDays(options.endDay, -offset)
    for (const agent of agents) {
      if ((restDays.get(agent) ?? []).includes(weekdayOf(day))) continue
      const shift = simulateShift(agent, day, shiftRandom)
      if (!shift) continue
      shifts.push(shift)
      if (shift.absence !== '') continue
      const planned = Math.max(6, random.normal(16.4, 2.4)) / Math.sqrt(agent.talkFactor)
      const count = Math.floor(planned * options.volume + random.next())
      const idleSeconds = (shift.workedSeconds * 0.93) / Math.max(1, count)
      let at = shift.startedAt + random.int(20, 600) * 1000
      for (let index = 0; index < count; index += 1) {
        const contact = simulateContact(agent, day, at, options.endDay, pending, random)
        contacts.push(contact)
        scheduleReturn(contact, pending, random)
        at += idleSeconds * (0.55 + 0.9 * random.next()) * 1000
      }
    }
  }
  addAbandoned(contacts, random)
  contacts.sort((left, right) => left.startedAt - right.startedAt)
  for (const [index, contact] of contacts.entries()) {
    const number = stretch.firstNumber + index * 9 + random.int(0, 8)
    contact.id = contact.channel === 'chat' ? `CHT-${number}` : String(number)
  }
  return { contacts, shifts }
}

function simulateShift(agent: Agent, day: string, random: Random): Shift | null {
  const isOnLeave = agent.leaveFrom !== null && day >= agent.leaveFrom
  if (!worksOn(agent, day) && !isOnLeave) return null
  const startedAt = dayStartMs(day) + agent.shiftStartHour * 3_600_000
  const base = { agent, day, startedAt, plannedAbsenceSeconds: 0, unplannedAbsenceSeconds: 0 }
  const away = { workedSeconds: 0, adherentSeconds: 0 }
  if (isOnLeave) {
    return {
      ...base,
      ...away,
      scheduledSeconds: 0,
      absence: 'Leave of absence',
      plannedAbsenceSeconds: SHIFT_SECONDS,
    }
  }
  if (random.chance(0.035)) {
    return {
      ...base,
      ...away,
      scheduledSeconds: 0,
      absence: 'Vacation',
      plannedAbsenceSeconds: SHIFT_SECONDS,
    }
  }
  if (random.chance(agent.unplannedAbsence)) {
    const absence = random.chance(0.8) ? 'Sick' : 'No show'
    return {
      ...base,
      ...away,
      scheduledSeconds: SHIFT_SECONDS,
      absence,
      unplannedAbsenceSeconds: SHIFT_SECONDS,
    }
  }
  const adherence = Math.min(0.999, Math.max(0.4, random.normal(agent.adherence, 0.035)))
  const conformance = Math.min(1.06, Math.max(0.55, random.normal(0.3 + 0.735 * agent.adherence, 0.025)))
  return {
    ...base,
    scheduledSeconds: SHIFT_SECONDS,
    workedSeconds: Math.round(SHIFT_SECONDS * conformance),
    adherentSeconds: Math.round(SHIFT_SECONDS * adherence),
    absence: '',
  }
}

function simulateContact(
  agent: Agent,
  day: string,
  startedAt: number,
  endDay: string,
  pending: Map<QueueId, Pending[]>,
  random: Random,
): Contact {
  const queue = random.weighted(queuesOn(agent, day))
  const facts = QUEUES[queue]
  const due = pending.get(queue) ?? []
  const returning = due.findIndex((item) => item.dueDay <= day)
  const returned = returning >= 0 && random.chance(0.85) ? due.splice(returning, 1)[0] : undefined
  const channel: Channel = random.chance(agent.chatShare) ? 'chat' : 'voice'
  const isSlowConsole = queue === QUEUE_PROBLEM.queue && day > addDays(endDay, -SLOW_CONSOLE_DAYS)
  const hold = isSlowConsole ? SLOW_CONSOLE : facts
  const isHeld = channel === 'voice' && random.chance(Math.min(0.92, hold.holdShare * agent.holdShareFactor))
  const holds = isHeld ? 1 + Number(random.chance(0.18)) : 0
  const holdSeconds = isHeld
    ? Math.min(900, Math.round(random.logNormal(hold.holdMedianSeconds * agent.holdLengthFactor, 0.5)))
    : 0
  const waitSeconds = Math.round(random.logNormal(facts.waitMedianSeconds, 0.8))
  const isTransferred = random.chance(Math.min(0.6, facts.transferShare * agent.transferFactor))
  const behaviours = Object.fromEntries(
    BEHAVIOURS.map((name) => [name, random.chance(skillOn(agent, name, day))]),
  ) as Record<Behaviour, boolean>
  const resolvedShare = facts.resolvedShare + agent.resolution + (behaviours.accuracy ? 0.02 : -0.22)
  const isResolved = !isTransferred && random.chance(Math.min(0.97, resolvedShare))
  const contact: Contact = {
    id: '',
    channel,
    queue,
    reason: returned?.reason ?? random.weighted(facts.reasons),
    agent,
    day,
    startedAt: Math.round(startedAt / 1000) * 1000,
    customerNumber: returned?.customerNumber ?? inventedNumber(random),
    waitSeconds,
    talkSeconds: Math.max(35, Math.round(random.logNormal(facts.talkMedianSeconds * agent.talkFactor, 0.42))),
    holdSeconds,
    holds,
    hasHoldLogged: true,
    wrapSeconds: Math.max(4, Math.round(random.logNormal(facts.wrapMedianSeconds * agent.wrapFactor, 0.5))),
    isTransferred,
    isResolved,
    isRepeat: returned !== undefined,
    behaviours,
    satisfaction: 0,
  }
  if (contact.channel === 'chat') contact.talkSeconds = Math.round(contact.talkSeconds * 1.7)
  contact.satisfaction = feltSatisfaction(contact, random)
  return contact
}

function queuesOn(agent: Agent, day: string): Partial<Record<QueueId, number>> {
  if (!agent.move || day < agent.move.day) return agent.queues
  return agent.move.to === 'Harbor' ? { Billing: 0.8, Orders: 0.2 } : { Technical: 0.55, Orders: 0.45 }
}

/** The team's missing question belongs to the team: who moves out of it starts asking. */
function skillOn(agent: Agent, behaviour: Behaviour, day: string): number {
  const hasLeftTeam = agent.team === TEAM_PROBLEM.team && teamOn(agent, day) !== TEAM_PROBLEM.team
  return hasLeftTeam && behaviour === TEAM_PROBLEM.behaviour ? 0.84 : agent.skills[behaviour]
}

function feltSatisfaction(contact: Contact, random: Random): number {
  let felt = QUEUES[contact.queue].satisfaction + 0.24 + (contact.agent?.rapport ?? 0)
  for (const behaviour of BEHAVIOURS) {
    if (!contact.behaviours[behaviour]) felt -= SATISFACTION_EFFECTS[behaviour]
  }
  felt -= 0.16 * (contact.holdSeconds / 60)
  felt -= 0.0011 * Math.max(0, contact.waitSeconds - 60)
  if (contact.isTransferred) felt -= 0.35
  if (!contact.isResolved) felt -= 0.85
  if (contact.isRepeat) felt -= 0.25
  return felt + random.normal(0, 0.8)
}

/** Numbers 555-01xx are kept free for fiction in every North American area code. */
function inventedNumber(random: Random): string {
  return `+1${random.int(201, 989)}55501${String(random.int(0, 99)).padStart(2, '0')}`
}

function scheduleReturn(contact: Contact, pending: Map<QueueId, Pending[]>, random: Random): void {
  const share = contact.isResolved ? RETURN_SHARE.solved : RETURN_SHARE.open
  if (!random.chance(share)) return
  const due = pending.get(contact.queue) ?? []
  pending.set(contact.queue, due)
  due.push({
    dueDay: addDays(contact.day, random.int(1, 5)),
    customerNumber: contact.customerNumber,
    reason: contact.reason,
  })
}

function addAbandoned(contacts: Contact[], random: Random): void {
  const answered = contacts.length
  for (let index = 0; index < answered; index += 1) {
    const like = contacts[index]
    if (!like || like.channel === 'chat' || !random.chance(0.042)) continue
    contacts.push({
      ...like,
      agent: null,
      startedAt: like.startedAt + random.int(30, 900) * 1000,
      customerNumber: inventedNumber(random),
      waitSeconds: Math.round(random.logNormal(QUEUES[like.queue].waitMedianSeconds * 1.8, 0.7)),
      talkSeconds: 0,
      holdSeconds: 0,
      holds: 0,
      wrapSeconds: 0,
      isTransferred: false,
      isResolved: false,
      isRepeat: false,
    })
  }
}
