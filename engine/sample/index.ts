import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { simulateFloor, DAYS, EARLIER } from './contacts.ts'
import type { Contact } from './contacts.ts'
import { countStories, createConversations } from './conversation/index.ts'
import type { PersonalData } from './conversation/index.ts'
import { addDays, dayStartMs } from './days.ts'
import { createEvaluations } from './evaluations.ts'
import { writeCallLogs, writeEarlierCallLog } from './files/call-log.ts'
import { writeChatLog } from './files/chat-log.ts'
import { writeConnectEvaluations } from './files/evaluations-connect.ts'
import { writeLongEvaluations } from './files/evaluations-long.ts'
import { writeWideEvaluations } from './files/evaluations-wide.ts'
import { writeRoster } from './files/roster.ts'
import { writeSideBySide } from './files/side-by-side.ts'
import { writeRecommendation, writeSatisfaction } from './files/surveys.ts'
import type { PlantedBadRow, SampleFile, SampleKind } from './files/table.ts'
import { writeTranscripts } from './files/transcripts.ts'
import { writeAdherence, writePeriodSummary } from './files/workforce.ts'
import { waitForConsole } from './slow-console.ts'
import { isNameSaid } from './name-said.ts'
import { chooseHasty, omitGreetings } from './hasty-greetings.ts'
import { createAgents, AMBIGUOUS_NAME } from './people.ts'
import type { Agent } from './people.ts'
import {
  EXCELLENT,
  GOOD_ON_HARD_QUEUE,
  INDIVIDUAL_PROBLEMS,
  PLANTED_DIFFERENCES,
  QUEUE_PROBLEM,
  HOLDS_COACHED,
  TEAM_PROBLEM,
  WEAK_ON_EASY_QUEUE,
  WRAP_UP,
} from './planted.ts'
import type { Behaviour, PlantedPerson, ToldRole } from './planted.ts'
import { logAsRecorded } from './recorded-calls.ts'
import { chooseTranscribed } from './transcribed.ts'
import { createSurveys } from './surveys.ts'
import { holdMore, takeCallsAtHome } from './holds-coached.ts'
import { lengthenWrapUps } from './wrap-up-form.ts'

export { sampleCallsFolder } from './call-files.ts'
export { bringSampleHistory, REVIEWERS } from './history/index.ts'
export { sampleScript } from './sample-script.ts'
export type { SampleKind } from './files/table.ts'

/** The last day of the sample, a Sunday. It never follows the calendar: the sample looks the same next year. */
export const SAMPLE_END_DAY = '2026-11-15'
const SAMPLE_SEED = 20_261_115
/** An archive keeps every third call: enough to know what people were like before the weeks somebody looked at. */
const EARLIER_VOLUME = 0.35

export interface SampleOptions {
  seed?: number
  /** Last day of the twelve weeks, `YYYY-MM-DD`. */
  endDay?: string
  /** `small` keeps people, evaluations and shifts, with a tenth of the contacts and 96 conversations. */
  scale?: 'full' | 'small'
}

/** What was planted in the sample, so that a test can ask whether it is found. People are named as in the roster. */
export interface SampleTruth {
  individual: readonly PlantedPerson[]
  excellent: readonly PlantedPerson[]
  goodOnHardQueue: PlantedPerson
  weakOnEasyQueue: string
  systemic: { team: typeof TEAM_PROBLEM; queue: typeof QUEUE_PROBLEM }
  /** Whose sessions are told of, and on what each was coached. */
  coached: Record<ToldRole, { name: string; driver: string }>
  newStarters: string[]
  left: string[]
  onLeave: string[]
  movedTeam: { name: string; from: string; to: string; day: string }[]
  /** Every name, number and address under which one person appears. */
  identities: {
    name: string
    employeeId: string
    email: string
    login: string
    workforceId: string
    connectId: string
    team: string
  }[]
  /** Two people of one name. */
  ambiguousName: string
  /** Known to the workforce files by name and a number that stands nowhere else. */
  nameOnlyInWorkforce: string[]
  /** What each transcribed agent did and did not do. */
  conversations: {
    contactId: string
    agent: string
    path: string
    stories: string[]
    turns: number
    agentInterruptions: number
    behaviours: Record<Behaviour, boolean>
    /** Whether the customer's name was said three times. */
    isNameSaid: boolean
  }[]
}

export interface SampleManifest {
  endDay: string
  startDay: string
  /** The first day of the archived calls before the twelve weeks. */
  earlierFrom: string
  files: { path: string; kind: SampleKind; bytes: number }[]
  counts: {
    agents: number
    contacts: number
    evaluations: number
    surveys: number
    shifts: number
    periodSummaries: number
    conversations: number
  }
  /** Rows that must end in quarantine. */
  badRows: PlantedBadRow[]
  /** Texts that must never be stored as they are. */
  personalData: (PersonalData & { path: string })[]
  truth: SampleTruth
}

/**
 * Writes the export files of an invented contact centre below `targetDir`: twelve weeks of contacts, evaluations,
 * surveys, shifts, a roster and transcripts. Same options, same bytes. Returns what was written and what was
 * planted in it; throws where `endDay` is no day or the folder cannot be written.
 */
export async function generateSample(
  targetDir: string,
  options: SampleOptions = {},
): Promise<SampleManifest> {
  const { files, manifest } = createSample(options)
  const folders = new Set(files.map((file) => path.dirname(path.join(targetDir, file.path))))
  for (const folder of folders) await mkdir(folder, { recursive: true })
  for (const file of files) await writeFile(path.join(targetDir, file.path), file.content)
  return manifest
}

function createSample(options: SampleOptions): { files: SampleFile[]; manifest: SampleManifest } {
  const seed = options.seed ?? SAMPLE_SEED
  const endDay = options.endDay ?? SAMPLE_END_DAY
  dayStartMs(endDay)
  const startDay = addDays(endDay, -DAYS + 1)
  const earlierFrom = addDays(endDay, -EARLIER.from)
  const isSmall = options.scale === 'small'
  const agents = createAgents(seed, endDay)
  const { contacts, shifts } = simulateFloor(agents, { seed, endDay, volume: isSmall ? 0.1 : 1 })
  const { contacts: earlier } = simulateFloor(
    agents,
    { seed, endDay, volume: isSmall ? 0.03 : EARLIER_VOLUME },
    EARLIER,
  )
  lengthenWrapUps(contacts, endDay)
  lengthenWrapUps(earlier, endDay)
  const hasty = chooseHasty(contacts, { seed, endDay })

  // Conversations come before everything that reads talk times, because they correct them.
  const evaluations = createEvaluations(contacts, agents, {
    seed,
    endDay,
    hasty,
    prefers: (contact) => countStories(contact) > 0,
  })
  const transcribed = chooseTranscribed(contacts, evaluations, agents, {
    seed,
    endDay,
    total: isSmall ? 96 : 300,
  })
  const conversations = createConversations(transcribed, seed)
  omitGreetings(hasty, conversations, seed)
  const surveys = createSurveys(contacts, {
    seed,
    answersSurely: new Set(transcribed),
    calledBack: new Set(evaluations.map(({ contact }) => contact)),
  })

  // Whose call somebody heard or rated stays as it was heard and rated.
  const heard = new Set([
    ...transcribed,
    ...evaluations.map(({ contact }) => contact),
    ...[...surveys.satisfaction, ...surveys.recommendation].map(({ contact }) => contact),
  ])
  waitForConsole(contacts, heard, { seed, endDay })
  holdMore(contacts, new Set(transcribed), { seed, endDay })
  holdMore(earlier, new Set(), { seed: seed + 1, endDay })
  takeCallsAtHome(contacts, { seed, endDay })

  if (seed === SAMPLE_SEED && endDay === SAMPLE_END_DAY && !isSmall) logAsRecorded(contacts)
  const callLogs = writeCallLogs(contacts, endDay)
  const chatLog = writeChatLog(contacts)
  const wide = writeWideEvaluations(evaluations.filter(({ agent }) => agent.team !== 'Juniper'))
  const satisfaction = writeSatisfaction(surveys.satisfaction, seed)
  const adherence = writeAdherence(shifts)
  const summary = writePeriodSummary(agents, startDay, seed)
  const connect = writeConnectEvaluations(connectContacts(contacts, agents, endDay), seed)
  const transcripts = writeTranscripts(conversations, seed)
  const files: SampleFile[] = [
    writeEarlierCallLog(earlier, earlierFrom, addDays(startDay, -1)),
    ...callLogs.files,
    ...chatLog.files,
    writeRoster(agents),
    ...wide.files,
    writeLongEvaluations(evaluations.filter(({ agent }) => agent.team === 'Juniper')),
    ...connect,
    writeSideBySide(agents, endDay, seed),
    ...satisfaction.files,
    writeRecommendation(surveys.recommendation, seed),
    ...adherence.files,
    summary,
    ...transcripts,
  ]
  return {
    files,
    manifest: {
      endDay,
      startDay,
      earlierFrom,
      files: files.map((file) => ({
        path: file.path,
        kind: file.kind,
        bytes: Buffer.byteLength(file.content),
      })),
      counts: {
        agents: agents.length,
        contacts: contacts.length + earlier.filter(({ channel }) => channel === 'voice').length,
        evaluations: evaluations.length + connect.length + 24,
        surveys: surveys.satisfaction.length + surveys.recommendation.length,
        shifts: shifts.length,
        periodSummaries: summary.content.trim().split('\n').length - 2,
        conversations: conversations.length,
      },
      badRows: [
        ...callLogs.badRows,
        ...chatLog.badRows,
        ...wide.badRows,
        ...satisfaction.badRows,
        ...adherence.badRows,
      ],
      personalData: [
        ...conversations.flatMap((conversation, index) =>
          conversation.personalData.map((item) => ({ ...item, path: transcripts[index]?.path ?? '' })),
        ),
        ...surveys.personalData.map((item) => ({ ...item, path: satisfaction.files[0]?.path ?? '' })),
      ],
      truth: {
        ...truthAboutPeople(agents),
        conversations: conversations.map(({ contact, storyIds, timed }, index) => ({
          contactId: contact.id,
          agent: contact.agent?.name ?? '',
          path: transcripts[index]?.path ?? '',
          stories: storyIds,
          turns: timed.turns.length,
          agentInterruptions: timed.agentInterruptions,
          behaviours: contact.behaviours,
          isNameSaid: isNameSaid(contact, seed),
        })),
      },
    },
  }
}

/** Five recent card contacts each of eight people: enough for their Connect ids to be matched by contact. */
function connectContacts(contacts: readonly Contact[], agents: readonly Agent[], endDay: string): Contact[] {
  const from = addDays(endDay, -41)
  const isCard = (contact: Contact) =>
    contact.queue === 'Card Services' && contact.channel === 'voice' && contact.day >= from
  const chosen = agents
    .filter((agent) => agent.team === 'Juniper' && !PLANTED_DIFFERENCES.has(agent.name) && !agent.move)
    .slice(0, 8)
  return chosen.flatMap((agent) =>
    contacts.filter((contact) => contact.agent === agent && isCard(contact)).slice(0, 5),
  )
}

function truthAboutPeople(agents: readonly Agent[]): Omit<SampleTruth, 'conversations'> {
  const namesWhere = (claim: (agent: Agent) => boolean) => agents.filter(claim).map((agent) => agent.name)
  const toldAs = (role: ToldRole) => namesWhere(({ told }) => told === role)[0]!
  return {
    individual: INDIVIDUAL_PROBLEMS,
    excellent: EXCELLENT,
    goodOnHardQueue: GOOD_ON_HARD_QUEUE,
    weakOnEasyQueue: WEAK_ON_EASY_QUEUE,
    systemic: { team: TEAM_PROBLEM, queue: QUEUE_PROBLEM },
    coached: {
      worked: { name: toldAs('worked'), driver: WRAP_UP.driver },
      lookedSo: { name: toldAs('lookedSo'), driver: WRAP_UP.driver },
      tooEarly: { name: toldAs('tooEarly'), driver: HOLDS_COACHED.driver },
    },
    newStarters: namesWhere((agent) => agent.isNew),
    left: namesWhere((agent) => agent.lastDay !== null),
    onLeave: namesWhere((agent) => agent.leaveFrom !== null),
    movedTeam: agents.flatMap(({ name, move }) => (move ? [{ name, ...move }] : [])),
    identities: agents.map(({ name, employeeId, email, login, workforceId, connectId, team }) => ({
      name,
      employeeId,
      email,
      login,
      workforceId,
      connectId,
      team,
    })),
    ambiguousName: AMBIGUOUS_NAME,
    nameOnlyInWorkforce: namesWhere((agent) => agent.isNameOnlyInWorkforce),
  }
}
