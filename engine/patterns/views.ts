import { msg, say, t } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
import type { PatternFindings, PatternMoment } from '../../shared/contract/patterns.ts'
import { formatSeconds } from '../../shared/domain/format.ts'
import type { Directory } from '../people/index.ts'
import { readyInWords, starterScorecard } from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readTurn } from './conversations.store.ts'
import { fastPace, type JudgedStatement, type ShareOf, type StatementFinding } from './disclosures/rushed.ts'
import type { QuestionFinding, TeamOnQuestion } from './discovery/skipped.ts'
import type { Gathered } from './gather.ts'
import {
  coverageSentence,
  missingSentences,
  outcomeSentence,
  questionSentence,
  statementSentence,
  wasteSentence,
} from './sentences.ts'
import { discoveryWords, statementWords } from './starter-words.ts'
import type { WasteFinding, WasteResult } from './waste/find-waste.ts'

const OUTCOME_LABELS = { resolved_rate: msg`Resolved`, csat_mean: msg`CSAT` } as const

/** Turns what was found into what a page shows: names, sentences, and the conversations by their ids. */
export function createViews(database: ReadableDatabase, directory: Directory, gathered: Gathered) {
  const nameOf = (personId: number) => directory.people.get(personId)?.name ?? t`somebody`
  const teamOf = (id: number) => ({ id, name: directory.teams.get(id)?.name ?? t`a team` })
  const missing = missingSentences(gathered)
  const moment = (conversation: number, segment: number, note: string, quote?: string): PatternMoment => {
    const of = gathered.conversations[conversation]!
    const turn = readTurn(database, of.transcriptId, segment)
    return {
      interactionId: of.interactionId,
      segment,
      contactRef: of.contactRef,
      at: of.at,
      agent: of.personId === null ? null : { id: of.personId, name: nameOf(of.personId) },
      team: of.teamId === null ? null : teamOf(of.teamId).name,
      queue: of.queue,
      startMs: turn?.startMs ?? null,
      endMs: turn?.endMs ?? null,
      quote: quote ?? turn?.text ?? '',
      note,
    }
  }
  const statement = (found: StatementFinding) => {
    return {
      id: found.statementId,
      ...statementWords(found.statementId),
      sentence: statementSentence(found, (teamId) => teamOf(teamId).name),
      all: found.all && countOf(found.all),
      notJudged: found.notJudged,
      teams: found.teams.map((share) => ({ ...countOf(share), team: teamOf(share.id) })),
      agents: found.agents.map((share) => {
        const teamId = directory.teamAt(share.id)
        return {
          ...countOf(share),
          agent: { id: share.id, name: nameOf(share.id) },
          team: teamId === null ? null : teamOf(teamId).name,
        }
      }),
      moments: found.moments.map((one) => moment(one.conversation, one.segmentIndex, noteOf(one), one.quote)),
    }
  }
  const waste = (found: WasteFinding) => ({
    phrase: found.words.join(' '),
    alsoSaid: found.alsoSaid,
    sentence: wasteSentence(found),
    n: found.n,
    agents: found.agents,
    seconds: { mean: found.seconds, low: found.lowSeconds, high: found.highSeconds },
    outcomes: found.outcomes.map((outcome) => {
      const label = say(OUTCOME_LABELS[outcome.metricId])
      return { ...outcome, label, sentence: outcomeSentence(label, outcome) }
    }),
    moments: found.moments.map(({ conversation, segment, handleMs }) =>
      moment(
        gathered.places[conversation]!,
        segment,
        t`handled in ${{ time: formatSeconds(handleMs / 1000) }}`,
      ),
    ),
  })
  const question = (found: QuestionFinding) => {
    return {
      id: found.questionId,
      ...questionWords(found.questionId),
      sentence: questionSentence(found, (teamId) => teamOf(teamId).name),
      n: found.n,
      said: found.said,
      abstained: found.abstained,
      teams: found.teams.map((team) => ({ ...teamView(team), team: teamOf(team.teamId) })),
      moments: found.moments.map(({ conversation, segment }) =>
        moment(conversation, segment ?? 0, t`not said; it was expected around here`),
      ),
    }
  }
  return {
    coverage: (counts: { all: number; unread: number }, looked: number): PatternFindings['coverage'] => {
      const coverage = {
        conversations: gathered.conversations.length,
        unread: counts.unread,
        leftOut: Math.max(0, counts.all - counts.unread - looked),
        timed: gathered.timed,
        withHandleTime: gathered.contacts.length,
        withAgent: gathered.conversations.filter(({ personId }) => personId !== null).length,
      }
      return { ...coverage, sentence: coverageSentence(coverage) }
    },
    disclosures: (found: readonly StatementFinding[]): PatternFindings['disclosures'] => ({
      fastPace: fastPace(),
      statements: found
        .map(statement)
        .toSorted((a, b) => (b.all?.count ?? -1) - (a.all?.count ?? -1) || (b.all?.n ?? 0) - (a.all?.n ?? 0)),
      missing: missing.disclosures,
    }),
    waste: (found: WasteResult): PatternFindings['waste'] => ({
      contacts: found.contacts,
      tested: found.tested,
      setAside: found.setAside,
      findings: found.findings.map(waste),
      missing: missing.waste,
    }),
    discovery: (found: readonly QuestionFinding[]): PatternFindings['discovery'] => ({
      questions: found
        .filter(({ n, abstained }) => n + abstained > 0)
        .map(question)
        .toSorted(
          (a, b) =>
            Number(b.teams.some(({ isSkipped }) => isSkipped)) -
            Number(a.teams.some(({ isSkipped }) => isSkipped)),
        ),
      missing: missing.discovery,
    }),
  }
}

function countOf({ n, rushed, talkedOver, either, share, low, high }: ShareOf) {
  return { n, count: either, share, low, high, rushed, talkedOver }
}

function teamView({ n, said, share, low, high, compared, isSkipped }: TeamOnQuestion) {
  return {
    n,
    count: said,
    share,
    low,
    high,
    isSkipped,
    compared: compared && {
      agents: compared.agents,
      otherAgents: compared.otherAgents,
      isSameWork: compared.isSameWork,
      rate: compared.rate,
      others: compared.otherRate,
      difference: compared.difference,
      low: compared.low,
      high: compared.high,
    },
  }
}

function questionWords(id: string): { title: string; text: string } {
  const known = discoveryWords(id)
  if (known) return known
  const { title, text } = starterScorecard().questions.find((one) => one.id === id) ?? { title: id, text: id }
  return { title: readyInWords(title), text: readyInWords(text) }
}

function noteOf({ wordsPerMinute, ownPace, overlapMs, isRushed, isTalkedOver }: JudgedStatement): string {
  const pace = t`${{ words: Math.round(wordsPerMinute) }} words a minute, usually ${{ usual: Math.round(ownPace) }}`
  const overlap = t`the customer speaks into it for ${{ seconds: formatNumber(overlapMs / 1000, 1) }} s`
  if (isRushed && isTalkedOver) return `${pace}; ${overlap}`
  return isRushed ? pace : overlap
}
