import type { AnswerFacts, EvaluationFacts, RowFacts } from '../../facts.ts'
import { isPlaceholderAgent } from '../../values/placeholders.ts'
import { instantOf, listOf, numberOf, recordOf, textOf } from './json-values.ts'

/** Whether a document is one evaluation of Amazon Connect's evaluation export. */
export function isConnectEvaluation(document: unknown): boolean {
  const record = recordOf(document)
  const metadata = recordOf(record?.['metadata'])
  return (
    textOf(record?.['evaluationId']) !== null &&
    Array.isArray(record?.['questions']) &&
    metadata !== null &&
    'contactId' in metadata
  )
}

/**
 * Reads one evaluation of the export (schemas 3.1 to 3.5): answers with their percentages, what was not applicable, automatic
 * fails on any level, and what the automation had answered where a person overrode it. Weights are not in the export.
 */
export function connectEvaluation(document: unknown): { facts: RowFacts[]; warnings: string[] } {
  const record = recordOf(document) ?? {}
  const metadata = recordOf(record['metadata']) ?? {}
  const sections = sectionTitles(listOf(record['sections']))
  const questions = listOf(record['questions'])
    .map(recordOf)
    .filter((question) => question !== null)
  const answers = questions
    .map((question) => readAnswer(question, sections))
    .filter((answer) => answer !== null)
  const score = recordOf(metadata['score'])
  const percentage = numberOf(score?.['percentage'])
  const evaluator = textOf(metadata['evaluator'])
  const hasFailed =
    isTrue(score?.['automaticFail']) ||
    listOf(record['sections']).some((section) =>
      isTrue(recordOf(recordOf(section)?.['score'])?.['automaticFail']),
    )
  const evaluation: EvaluationFacts = {
    evaluationRef: textOf(record['evaluationId']),
    form: textOf(metadata['evaluationDefinitionTitle']),
    formRef: textOf(metadata['evaluationDefinitionId']),
    formVersion: textOf(metadata['evaluationDefinitionVersion']),
    evaluator: evaluator !== null && isPlaceholderAgent(evaluator) ? null : evaluator,
    evaluatedAtMs:
      instantOf(metadata['evaluationSubmitTimestamp']) ?? instantOf(metadata['evaluationStartTimestamp']),
    vendorScore0to1: percentage === null || isTrue(score?.['notApplicable']) ? null : percentage / 100,
    isCalibration: textOf(metadata['calibrationSessionId']) !== null,
    hasFailedCritical: hasFailed || answers.some((answer) => answer.hasFailedCritical),
    origin: originOf(metadata),
    comment: notesOf(listOf(record['sections'])),
    answers,
  }
  const agentId = textOf(metadata['agentId'])
  const contactRef = textOf(metadata['contactId'])
  return {
    facts: [
      {
        agent:
          agentId === null
            ? null
            : { externalId: agentIdOf(agentId), name: null, email: null, team: null, site: null },
        contact: {
          contactRef,
          legRef: null,
          startedAtMs: null,
          endedAtMs: null,
          queue: null,
          reason: null,
          channel: null,
          direction: null,
          customer: null,
          languageCode: null,
          consent: null,
        },
        interaction: null,
        survey: null,
        evaluation,
        shift: null,
        summary: null,
        roster: null,
      },
    ],
    warnings: [],
  }
}

/** Agents appear as ids or as the resource names that end in them. */
function agentIdOf(text: string): string {
  return text.startsWith('arn:') ? (text.split('/').at(-1) ?? text) : text
}

function originOf(metadata: Record<string, unknown>): EvaluationFacts['origin'] {
  const source = textOf(metadata['evaluationSource'])
  if (source === 'AUTOMATED' || (source === null && isTrue(metadata['autoEvaluated']))) return 'automated'
  return source === 'ASSISTED_BY_AUTOMATION' ? 'assisted' : 'human'
}

function sectionTitles(sections: readonly unknown[]): Map<string, string> {
  const titles = new Map<string, string>()
  for (const value of sections) {
    const section = recordOf(value)
    const id = textOf(section?.['sectionRefId'])
    const title = textOf(section?.['sectionTitle'])
    if (id !== null && title !== null) titles.set(id, title)
  }
  return titles
}

/** Sections have notes of their own; they are the evaluation's comment, a line each. */
function notesOf(sections: readonly unknown[]): string | null {
  const notes = sections
    .map((section) => textOf(recordOf(section)?.['notes']))
    .filter((text) => text !== null)
  return notes.length === 0 ? null : notes.join('\n')
}

function readAnswer(
  question: Record<string, unknown>,
  sections: ReadonlyMap<string, string>,
): AnswerFacts | null {
  const answer = recordOf(question['answer']) ?? {}
  const score = recordOf(question['score']) ?? {}
  const questionRef = textOf(question['questionRefId'])
  const label = textOf(question['questionText']) ?? questionRef
  if (label === null) return null
  const isNotApplicable = isTrue(recordOf(answer['metadata'])?.['notApplicable'])
  const percentage = isTrue(score['notApplicable']) ? null : numberOf(score['percentage'])
  const value = valueOf(answer)
  const comment = textOf(answer['notes'])
  if (value === null && percentage === null && comment === null && !isNotApplicable) return null
  const automation = recordOf(answer['automation'])
  return {
    questionRef,
    label,
    section: sections.get(textOf(question['sectionRefId']) ?? '') ?? null,
    value,
    score0to1: percentage === null || isNotApplicable ? null : percentage / 100,
    points: null,
    maxPoints: null,
    weight: null,
    isNotApplicable,
    hasFailedCritical: isTrue(score['automaticFail']),
    comment,
    automatedValue:
      automation?.['status'] === 'OVERRIDDEN_ANSWER' ? textOf(automation['systemSuggestedValue']) : null,
  }
}

function valueOf(answer: Record<string, unknown>): string | null {
  const selected = listOf(answer['values'])
    .map(recordOf)
    .filter((option) => option !== null && isTrue(option['selected']))
    .map((option) => textOf(option?.['valueText']))
    .filter((text) => text !== null)
  return selected.length > 0 ? selected.join('; ') : textOf(answer['value'])
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}
