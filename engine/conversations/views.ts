import { msg, say, t } from '#speech'
import type { Conversation, ConversationItem, Evaluation } from '../../shared/contract/conversations.ts'
import type { EngineContext } from '../context.ts'
import { markInWords } from '../interactions/index.ts'
import { metricDefinition } from '../metrics/index.ts'
import type { Directory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import { playableRecordingOf, readWords } from '../recordings/index.ts'
import { listEvaluations, maskNames, type TravellingConversation } from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import {
  countConversations,
  listConversations,
  readConversationRow,
  readFilterChoices,
  type ConversationFilter,
  type ConversationRow,
} from './list.store.ts'
import { readStandingCorrections } from './corrections.store.ts'
import { readLegs, readMarksOf, readMeasuresOf, readTurnsOf } from './page.store.ts'

function toItem(row: ConversationRow, directory: Directory): ConversationItem {
  const person = row.personId === null ? undefined : directory.people.get(row.personId)
  const teamId = person ? directory.teamAt(person.id, row.day ?? undefined) : null
  return {
    interactionId: row.interactionId,
    contactRef: row.contactRef,
    at: row.at,
    agent: person
      ? {
          id: person.id,
          name: person.name,
          team: teamId === null ? null : (directory.teams.get(teamId)?.name ?? null),
        }
      : null,
    queue: row.queue,
    reason: row.reason,
    channel: row.channel,
    durationMs: row.durationMs,
    turns: row.turns,
    firstWords: row.firstWords ?? '',
    customerSentimentEnd: row.customerSentimentEnd,
    customerSentimentShift: row.customerSentimentShift,
    csat: csatOf(row),
    evaluations: row.evaluations,
  }
}

function csatOf(row: ConversationRow): ConversationItem['csat'] {
  return row.csat === null ? null : { score0to1: row.csat, min: row.csatMin ?? 0, max: row.csatMax ?? 1 }
}

/** One page of conversations with what one can filter by. */
export function listOfConversations(
  database: ReadableDatabase,
  directory: Directory,
  filter: ConversationFilter,
  sort: Parameters<typeof listConversations>[2],
  page: { offset: number; limit: number },
): { total: number; items: ConversationItem[]; queues: string[]; channels: string[] } {
  return {
    total: countConversations(database, filter),
    items: listConversations(database, filter, sort, page).map((row) => toItem(row, directory)),
    ...readFilterChoices(database),
  }
}

/** One conversation with everything known of it. `NOT_FOUND` for a contact without a transcript. */
export function conversationPage(
  viewer: Pick<EngineContext, 'read' | 'workspaceDir'>,
  directory: Directory,
  interactionId: number,
): Conversation {
  const database = viewer.read
  const row = readConversationRow(database, interactionId)
  if (!row) throw new Problem('NOT_FOUND', t`There is no conversation to read for that contact.`)
  const nameOf = (personId: number) => directory.people.get(personId)?.name ?? t`somebody`
  const evaluationList = listEvaluations(database, { interactionId, limit: 50 }, nameOf)
  return {
    ...toItem(row, directory),
    languageCode: row.language,
    source: row.source,
    wordsDeletedAt: row.wordsDeletedAt,
    segments: turnsWithWords(database, row.transcriptId),
    recording: playableRecordingOf(viewer, directory, interactionId),
    marks: [...evidenceMarks(evaluationList), ...timingMarks(database, row.transcriptId)],
    evaluationList,
    survey:
      row.csat === null && row.nps === null && row.surveyComment === null
        ? null
        : { csat: csatOf(row), nps: row.nps, comment: row.surveyComment },
    measures: readMeasuresOf(database, row.transcriptId).map(({ metricId, value, basis }) => {
      const definition = metricDefinition(metricId)
      return {
        id: metricId,
        label: definition?.label ?? metricId,
        unit: definition?.unit ?? '',
        value,
        basis,
      }
    }),
    legs: readLegs(database, interactionId).map((leg) => ({
      interactionId: leg.interactionId,
      at: leg.at,
      agent: leg.personId === null ? null : nameOf(leg.personId),
    })),
  }
}

/** The same without evaluations, their evidence and what the customer said of it afterwards: for whoever is to judge it by themselves. */
export function blindConversation(...of: Parameters<typeof conversationPage>): Conversation {
  const conversation = conversationPage(...of)
  return {
    ...conversation,
    evaluations: 0,
    evaluationList: [],
    marks: conversation.marks.filter(({ kind }) => kind !== 'evidence'),
    csat: null,
    survey: null,
  }
}

/** The blind one also without whose it is: no name, no contact, no other legs, the agent's name dotted out of what is said. */
export function anonymousConversation(
  viewer: Pick<EngineContext, 'read' | 'workspaceDir'>,
  directory: Directory,
  interactionId: number,
): Conversation {
  const conversation = blindConversation(viewer, directory, interactionId)
  const names = conversation.agent === null ? [] : [conversation.agent.name]
  const { recording } = conversation
  return {
    ...conversation,
    contactRef: null,
    at: null,
    agent: null,
    queue: null,
    source: '',
    firstWords: maskNames(conversation.firstWords, names),
    segments: conversation.segments.map((segment) => ({
      ...segment,
      speaker: say(speakerWords[segment.role]),
      text: maskNames(segment.text, names),
      corrected: null,
    })),
    recording: recording && { ...recording, name: t`Recording`, title: null, agent: null, at: null },
    legs: [],
  }
}

const speakerWords = { agent: msg`Agent`, customer: msg`Customer`, bot: msg`Bot`, unknown: msg`Speaker` }

/** A conversation that came with a calibration from another workspace: its words, and nothing else known of it. */
export function travelledConversation({
  channel,
  languageCode,
  durationMs,
  turns,
}: TravellingConversation): Conversation {
  return {
    interactionId: 0,
    contactRef: null,
    wordsDeletedAt: null,
    at: null,
    agent: null,
    queue: null,
    reason: null,
    channel,
    durationMs,
    turns: turns.length,
    firstWords: turns[0]?.text ?? '',
    customerSentimentEnd: null,
    customerSentimentShift: null,
    csat: null,
    evaluations: 0,
    languageCode,
    source: '',
    segments: turns.map((turn) => ({
      ...turn,
      speaker: say(speakerWords[turn.role]),
      sentiment: null,
      words: null,
      corrected: null,
    })),
    marks: [],
    evaluationList: [],
    survey: null,
    measures: [],
    recording: null,
    legs: [],
  }
}

function turnsWithWords(database: ReadableDatabase, transcriptId: number): Conversation['segments'] {
  const words = readWords(database, transcriptId)
  const corrections = readStandingCorrections(database, transcriptId)
  return readTurnsOf(database, transcriptId).map((turn) => ({
    ...turn,
    // they are of the text as it was recognised
    words: corrections.get(turn.index)?.text
      ? null
      : (words
          .get(turn.index)
          ?.map(([startChar, endChar, startMs, endMs]) => ({ startChar, endChar, startMs, endMs })) ?? null),
    corrected: corrections.get(turn.index) ?? null,
  }))
}

function evidenceMarks(evaluations: readonly Evaluation[]): Conversation['marks'] {
  return evaluations.flatMap((evaluation) =>
    evaluation.answers.flatMap((answer) =>
      answer.evidence.map((span) => ({
        kind: 'evidence' as const,
        label: answer.label,
        verdict:
          answer.score0to1 === null
            ? ('abstain' as const)
            : answer.score0to1 >= 0.5
              ? ('pass' as const)
              : ('fail' as const),
        questionId: answer.questionId,
        firstSegment: span.segment,
        lastSegment: span.segment,
        startChar: span.startChar,
        endChar: span.endChar,
        startMs: span.startMs,
        endMs: span.endMs,
      })),
    ),
  )
}

function timingMarks(database: ReadableDatabase, transcriptId: number): Conversation['marks'] {
  return readMarksOf(database, transcriptId).map((mark) => ({
    kind: mark.kind as Conversation['marks'][number]['kind'],
    label: markInWords(mark.label),
    verdict: null,
    questionId: null,
    firstSegment: mark.firstSegment,
    lastSegment: mark.lastSegment,
    startChar: null,
    endChar: null,
    startMs: mark.startMs,
    endMs: mark.endMs,
  }))
}
