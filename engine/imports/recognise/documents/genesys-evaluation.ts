import { t } from '#speech'
import type { AnswerFacts, EvaluationFacts, RowFacts } from '../../facts.ts'
import { instantOf, listOf, numberOf, recordOf, textOf } from './json-values.ts'

/** Whether a document is one evaluation as Genesys Cloud's quality API answers it. */
export function isGenesysEvaluation(document: unknown): boolean {
  const record = recordOf(document)
  return (
    record !== null &&
    recordOf(record['evaluationForm']) !== null &&
    (recordOf(record['answers']) !== null || textOf(record['status']) !== null) &&
    recordOf(record['conversation']) !== null
  )
}

interface FormQuestion {
  label: string
  section: string | null
  maxPoints: number | null
  options: Map<string, string>
}

/**
 * Reads one evaluation. Points are the chosen option's value, their maximum the highest option's; a question or group marked
 * not applicable has no score; a failed fatal question marks the evaluation. Unfinished evaluations bring no facts.
 */
export function genesysEvaluation(document: unknown): { facts: RowFacts[]; warnings: string[] } {
  const record = recordOf(document) ?? {}
  const status = textOf(record['status'])
  const scoring = recordOf(record['answers'])
  if (!scoring || (status !== null && !/^(?:finished|completed|released)$/i.test(status))) {
    return { facts: [], warnings: [t`Evaluations that are not finished are left out.`] }
  }
  const form = recordOf(record['evaluationForm']) ?? {}
  const questions = formQuestions(form)
  const answers = listOf(scoring['questionGroupScores']).flatMap((group) =>
    readGroup(recordOf(group) ?? {}, questions),
  )
  const total = numberOf(scoring['totalScore'])
  const evaluator = recordOf(record['evaluator'])
  const agent = recordOf(record['agent'])
  const evaluation: EvaluationFacts = {
    evaluationRef: textOf(record['id']),
    form: textOf(form['name']),
    // The context is the form across its versions; the id is one version's.
    formRef: textOf(form['contextId']) ?? textOf(form['id']),
    formVersion: textOf(form['contextId']) === null ? null : textOf(form['id']),
    evaluator: textOf(evaluator?.['name']) ?? textOf(evaluator?.['id']),
    evaluatedAtMs:
      instantOf(record['submittedDate']) ??
      instantOf(record['releaseDate']) ??
      instantOf(record['changedDate']) ??
      instantOf(record['createdDate']),
    vendorScore0to1: total === null ? null : total / 100,
    isCalibration: recordOf(record['calibration']) !== null,
    hasFailedCritical:
      scoring['anyFailedKillQuestions'] === true || answers.some((answer) => answer.hasFailedCritical),
    origin: /auto/i.test(
      textOf(record['evaluationSource']) ?? textOf(recordOf(record['evaluationSource'])?.['type']) ?? '',
    )
      ? 'automated'
      : 'human',
    comment: textOf(scoring['comments']),
    answers,
  }
  const externalId = textOf(agent?.['id'])
  const name = textOf(agent?.['name'])
  const queue = recordOf(record['queue'])
  return {
    facts: [
      {
        agent:
          externalId === null && name === null
            ? null
            : { externalId, name, email: textOf(agent?.['email']), team: null, site: null },
        contact: {
          contactRef: textOf(recordOf(record['conversation'])?.['id']),
          legRef: null,
          startedAtMs: instantOf(record['conversationDate']),
          endedAtMs: instantOf(record['conversationEndDate']),
          queue: textOf(queue?.['name']) ?? textOf(queue?.['id']),
          reason: null,
          channel: textOf(listOf(record['mediaType'])[0] ?? record['mediaType'])?.toLowerCase() ?? null,
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

function formQuestions(form: Record<string, unknown>): Map<string, FormQuestion> {
  const questions = new Map<string, FormQuestion>()
  for (const groupValue of listOf(form['questionGroups'])) {
    const group = recordOf(groupValue)
    for (const value of listOf(group?.['questions'])) {
      const question = recordOf(value)
      const id = textOf(question?.['id'])
      if (!question || id === null) continue
      const options = listOf(question['answerOptions'])
        .map(recordOf)
        .filter((option) => option !== null)
      const points = options.map((option) => numberOf(option['value'])).filter((number) => number !== null)
      questions.set(id, {
        label: textOf(question['text']) ?? id,
        section: textOf(group?.['name']),
        maxPoints: points.length === 0 ? null : Math.max(...points),
        options: new Map(options.map((option) => [textOf(option['id']) ?? '', textOf(option['text']) ?? ''])),
      })
    }
  }
  return questions
}

function readGroup(
  group: Record<string, unknown>,
  questions: ReadonlyMap<string, FormQuestion>,
): AnswerFacts[] {
  const isGroupNotApplicable = group['markedNA'] === true
  return listOf(group['questionScores']).flatMap((value) => {
    const scored = recordOf(value)
    const questionRef = textOf(scored?.['questionId'])
    if (!scored || questionRef === null) return []
    const question = questions.get(questionRef)
    const isNotApplicable = isGroupNotApplicable || scored['markedNA'] === true
    const points = isNotApplicable ? null : numberOf(scored['score'])
    const maxPoints = question?.maxPoints ?? null
    return [
      {
        questionRef,
        label: question?.label ?? questionRef,
        section: question?.section ?? null,
        value: question?.options.get(textOf(scored['answerId']) ?? '') ?? textOf(scored['freeTextAnswer']),
        score0to1:
          points === null || maxPoints === null || maxPoints <= 0
            ? null
            : Math.max(0, Math.min(1, points / maxPoints)),
        points,
        maxPoints,
        weight: null,
        isNotApplicable,
        hasFailedCritical: scored['failedKillQuestion'] === true,
        comment: textOf(scored['comments']),
        automatedValue: null,
      },
    ]
  })
}
