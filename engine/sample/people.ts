import { MAIL_DOMAIN, TEAM_QUEUES } from './company.ts'
import type { QueueId, TeamId } from './company.ts'
import { addDays } from './days.ts'
import { BEHAVIOURS, PLANTED_DIFFERENCES, TEAM_PROBLEM, TOLD_ROLES, TOLD_TEAM } from './planted.ts'
import type { Behaviour, Persona, ToldRole } from './planted.ts'
import { createRandom } from './random.ts'

/** Invented names. `Maria Santos` stands twice: two people, told apart only by their logins. */
const NAMES: Record<TeamId, readonly string[]> = {
  Harbor: [
    'Ada Okafor',
    'Tomasz Wierzba',
    'Maria Santos',
    'Priyanka Deshmane',
    'Callum Rathbone',
    'Yewande Balogun-Reed',
    'Luca Ferrandini',
    'Hyun-woo Baekje',
    'Shanice Delacour',
    'Bogdan Ilieșan',
    'Noor Al-Khatibi',
    'Gwen Pritchard-Lowe',
    'Mateus Carvalhal',
    'Aroha Tepania',
    'Dieter Vossberg',
    'Fatoumata Keïta-Brun',
  ],
  Summit: [
    'Siobhán Mulcairn',
    'Rajesh Thirumalan',
    'Katarzyna Dobrowicz',
    'Emeka Nwachuku',
    'Linh Trandang',
    'Javier Montalbo',
    'Ingrid Solbakke',
    'Tyrell Washburne',
    'Anjali Varghesen',
    'Oskar Lindqvister',
    'Chiamaka Eze-Obi',
    'Petra Novotnik',
    'Samir Haddadine',
    'Bronagh Teaguely',
    'Kofi Asante-Boahen',
    'Renata Figueirinha',
  ],
  Juniper: [
    'Maria Santos',
    'Viktor Zhelevsky',
    'Zainab Mirzoeva',
    'Desmond Applethwaite',
    'Leilani Kahananui',
    'Arjun Bhattarey',
    'Clémence Rouvière-Lam',
    'Ibrahim Kargbo-Sesay',
    'Marisol Quintanar',
    'Ewan Strachan-Bell',
    'Thandiwe Mokonyana',
    'Hanna Kivelson',
    'Rosalind Etchebarne',
    'Darnell Fontaineau',
    'Mei Ling Tsaochen',
    'Nikhil Raghunandal',
  ],
}

export const AMBIGUOUS_NAME = 'Maria Santos'
const NEW_STARTERS: Record<string, number> = { 'Luca Ferrandini': 58, 'Darnell Fontaineau': 76 }
const LEFT: Record<string, number> = { 'Tyrell Washburne': 43 }
const ON_LEAVE: Record<string, number> = { 'Hyun-woo Baekje': 36 }
const MOVES: Record<string, { to: TeamId; daysBeforeEnd: number }> = {
  'Samir Haddadine': { to: 'Harbor', daysBeforeEnd: 48 },
  'Clémence Rouvière-Lam': { to: 'Summit', daysBeforeEnd: 55 },
}
/** Their workforce number stands nowhere else, and the workforce tool lost their e-mail: the name must do. */
const NAME_ONLY_IN_WORKFORCE = ['Ewan Strachan-Bell', 'Anjali Varghesen', 'Mateus Carvalhal']
const CHAT_AGENTS = 14

export interface Agent {
  employeeId: string
  name: string
  givenName: string
  email: string
  login: string
  workforceId: string
  connectId: string
  team: TeamId
  move: { from: TeamId; to: TeamId; day: string } | null
  hireDay: string
  firstDay: string | null
  lastDay: string | null
  leaveFrom: string | null
  isNew: boolean
  isNameOnlyInWorkforce: boolean
  persona: Persona
  queues: Partial<Record<QueueId, number>>
  chatShare: number
  skills: Record<Behaviour, number>
  holdShareFactor: number
  holdLengthFactor: number
  talkFactor: number
  wrapFactor: number
  transferFactor: number
  resolution: number
  adherence: number
  unplannedAbsence: number
  deadAirShare: number
  interruptionShare: number
  rapport: number
  wordsPerMinute: number
  shiftStartHour: number
  /** What is told of a session with this person. */
  told: ToldRole | null
}

const ORDINARY_SKILLS: Record<Behaviour, number> = {
  greeting: 0.95,
  verification: 0.985,
  listening: 0.9,
  empathy: 0.8,
  accuracy: 0.88,
  ownership: 0.86,
  recap: 0.8,
  furtherHelp: 0.87,
  closing: 0.92,
}
const PERSONAS: readonly Persona[] = ['warm', 'brisk', 'scripted', 'rambling', 'hesitant']

const asciiOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')

/** "Okafor, Ada", the way the workforce tool writes people. */
export function lastNameFirst(name: string): string {
  const words = name.split(' ')
  return `${words.at(-1) ?? ''}, ${words.slice(0, -1).join(' ')}`
}

/** Spreads a probability on the logit scale, so that it stays one. */
function varied(probability: number, normal: (mean: number, deviation: number) => number, spread: number) {
  const logit = Math.log(probability / (1 - probability)) + normal(0, spread)
  return 1 / (1 + Math.exp(-logit))
}

/** The 48 people of the sample, with everything about how they work; `endDay` anchors their dates. */
export function createAgents(seed: number, endDay: string): Agent[] {
  const random = createRandom(seed, 'people')
  const taken = new Set<string>()
  const everyone = (Object.entries(NAMES) as [TeamId, readonly string[]][]).flatMap(([team, names]) =>
    names.map((name) => ({ team, name })),
  )
  const chatty = new Set(random.shuffle(everyone.map((_, index) => index)).slice(0, CHAT_AGENTS))
  const agents = everyone.map(({ team, name }, index): Agent => {
    const planted = PLANTED_DIFFERENCES.get(name)?.difference ?? {}
    const words = asciiOf(name).split(' ')
    const plainLogin = `${words[0]?.charAt(0) ?? ''}${words.at(-1) ?? ''}`
    const suffix = taken.has(plainLogin) ? '2' : ''
    taken.add(plainLogin)
    const newDays = NEW_STARTERS[name]
    const move = MOVES[name]
    const skills = Object.fromEntries(
      BEHAVIOURS.map((behaviour) => {
        const spread = behaviour === 'verification' ? 0.2 : 0.35
        const isTeamGap = team === TEAM_PROBLEM.team && behaviour === TEAM_PROBLEM.behaviour
        const ordinary = isTeamGap ? TEAM_PROBLEM.share : ORDINARY_SKILLS[behaviour]
        return [behaviour, planted.skills?.[behaviour] ?? varied(ordinary, random.normal, spread)]
      }),
    ) as Record<Behaviour, number>
    const queues = planted.queues ?? leaningQueues(team, random.next)
    const isPlanted = PLANTED_DIFFERENCES.has(name)
    return {
      employeeId: `E${10_021 + index * 7}`,
      name,
      givenName: name.split(' ')[0] ?? name,
      email: `${words[0]}.${words.slice(1).join('')}${suffix}@${MAIL_DOMAIN}`,
      login: `${plainLogin}${suffix}`,
      workforceId: String(70_411 + index * 13),
      connectId: uuid(random.next),
      team,
      move: move ? { from: team, to: move.to, day: addDays(endDay, -move.daysBeforeEnd) } : null,
      hireDay: addDays(endDay, newDays ? -newDays : -random.int(190, 2600)),
      firstDay: newDays ? addDays(endDay, -newDays + 12) : null,
      lastDay: LEFT[name] ? addDays(endDay, -LEFT[name]) : null,
      leaveFrom: ON_LEAVE[name] ? addDays(endDay, -ON_LEAVE[name]) : null,
      isNew: newDays !== undefined,
      isNameOnlyInWorkforce: NAME_ONLY_IN_WORKFORCE.includes(name),
      persona: PERSONAS[index % PERSONAS.length] as Persona,
      queues,
      chatShare: chatty.has(index) && !isPlanted ? 0.5 : 0,
      skills,
      holdShareFactor: planted.holdShareFactor ?? random.logNormal(1, 0.15),
      holdLengthFactor: planted.holdLengthFactor ?? random.logNormal(1, 0.12),
      talkFactor: random.logNormal(newDays ? 1.22 : 1, 0.11),
      wrapFactor: planted.wrapFactor ?? random.logNormal(newDays ? 1.12 : 1, 0.07),
      transferFactor: planted.transferFactor ?? random.logNormal(1, 0.2),
      resolution: planted.resolution ?? random.normal(newDays ? -0.05 : 0, 0.025),
      adherence: planted.adherence ?? Math.min(0.98, random.normal(0.932, 0.009)),
      unplannedAbsence: planted.unplannedAbsence ?? Math.max(0.004, random.normal(0.022, 0.009)),
      deadAirShare: planted.deadAirShare ?? Math.max(0.05, random.normal(0.16, 0.05)),
      interruptionShare: planted.interruptionShare ?? Math.max(0.01, random.normal(0.05, 0.02)),
      rapport: planted.rapport ?? random.normal(0, 0.09),
      wordsPerMinute: Math.round(random.normal(158, 12)),
      shiftStartHour: random.pick([7, 8, 9, 11, 12]),
      told: null,
    }
  })
  for (const [place, agent] of chooseTold(agents).entries()) agent.told = TOLD_ROLES[place]!
  return agents
}

/**
 * Whose sessions are told of: ordinary people who were there all the time and whose work is that of most of their team (calls alone, and a good part of every queue),
 * since there must be colleagues of the same work to compare them with.
 */
function chooseTold(agents: readonly Agent[]): Agent[] {
  const leastShare = ({ queues }: Agent) => {
    const shares = Object.values(queues)
    return Math.min(...shares) / shares.reduce((sum, share) => sum + share, 0)
  }
  return agents
    .filter(
      ({ name, team, isNew, move, lastDay, leaveFrom, chatShare, isNameOnlyInWorkforce }) =>
        team === TOLD_TEAM &&
        !PLANTED_DIFFERENCES.has(name) &&
        name !== AMBIGUOUS_NAME &&
        !(isNew || move || lastDay || leaveFrom || chatShare > 0 || isNameOnlyInWorkforce),
    )
    .toSorted((a, b) => leastShare(b) - leastShare(a))
    .slice(0, TOLD_ROLES.length)
}

function leaningQueues(team: TeamId, next: () => number): Partial<Record<QueueId, number>> {
  const base = Object.entries(TEAM_QUEUES[team]) as [QueueId, number][]
  return Object.fromEntries(base.map(([queue, share]) => [queue, share * (0.65 + 0.7 * next())]))
}

/** A random identifier in the 8-4-4-4-12 form. */
export function uuid(next: () => number): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(next() * 16).toString(16)).join('')
  return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`
}

export function teamOn(agent: Agent, day: string): TeamId {
  if (!agent.move) return agent.team
  return day < agent.move.day ? agent.move.from : agent.move.to
}

/** Whether the person is employed, trained and not on leave. */
export function worksOn(agent: Agent, day: string): boolean {
  if (agent.firstDay !== null && day < agent.firstDay) return false
  if (agent.lastDay !== null && day > agent.lastDay) return false
  return agent.leaveFrom === null || day < agent.leaveFrom
}
