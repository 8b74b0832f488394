import {
  isTrue,
  recordOf,
  recordsOf,
  shareOf,
  textOf,
  type VendorAnswer,
  type VendorEvaluation,
} from './vendor-evaluation.ts'

/** Whether a document is an evaluation of Genesys Cloud's quality API. */
export function isGenesysEvaluation(document: Record<string, unknown>): boolean {
  return recordOf(document['evaluationForm']) !== null && recordOf(document['answers']) !== null
}

/**
 * Reads it. Questions and answers are named by the ids of one version; the form within the evaluation says what these are called over all
 * versions. A question's score is its points over the most it can give.
 */
export function readGenesysEvaluation(document: Record<string, unknown>): VendorEvaluation {
  const form = recordOf(document['evaluationForm']) ?? {}
  const scoring = recordOf(document['answers']) ?? {}
  const known = questionsOf(form)
  const groups = recordsOf(scoring['questionGroupScores'])
  return {
    formTitle: textOf(form['name']),
    formRef: textOf(form['contextId']) ?? textOf(form['id']),
    formVersion: textOf(form['contextId']) === null ? null : textOf(form['id']),
    score0to1: shareOf(scoring['totalScore']),
    sections: [],
    answers: groups.flatMap((group) =>
      recordsOf(group['questionScores']).flatMap((score): VendorAnswer[] => {
        const id = textOf(score['questionId'])
        if (id === null) return []
        const question = known.get(id)
        const isNotApplicable = isMarked(group) || isMarked(score)
        return [
          {
            questionId: question?.id ?? id,
            title: question?.title ?? null,
            chosen: isNotApplicable ? [] : chosenIn(score, question),
            value: textOf(score['freeTextAnswer']),
            isNotApplicable,
            score0to1: isNotApplicable ? null : scoreOf(score, question),
          },
        ]
      }),
    ),
  }
}

/** By the evaluator, or by the form's own logic. */
function isMarked(score: Record<string, unknown>): boolean {
  return isTrue(score['markedNA']) || isTrue(score['systemMarkedNA'])
}

interface KnownQuestion {
  id: string
  title: string | null
  mostPoints: number
  /** By the id of this version. */
  options: Map<string, { id: string; label: string }>
}

function questionsOf(form: Record<string, unknown>): Map<string, KnownQuestion> {
  const questions = new Map<string, KnownQuestion>()
  for (const group of recordsOf(form['questionGroups']))
    for (const question of recordsOf(group['questions'])) {
      const id = textOf(question['id'])
      if (id === null) continue
      const several = recordsOf(question['multipleSelectOptionQuestions'])
      const options = several.length > 0 ? several : recordsOf(question['answerOptions'])
      const most =
        several.length > 0 ? several.map((one) => mostOf(recordsOf(one['answerOptions']))) : [mostOf(options)]
      questions.set(id, {
        id: textOf(question['contextId']) ?? id,
        title: textOf(question['text']),
        mostPoints: most.reduce((sum, one) => sum + one, 0),
        options: new Map(
          options.flatMap((option) => {
            const own = textOf(option['id'])
            if (own === null) return []
            return [
              [own, { id: textOf(option['contextId']) ?? own, label: textOf(option['text']) ?? '' }] as const,
            ]
          }),
        ),
      })
    }
  return questions
}

function mostOf(options: readonly Record<string, unknown>[]): number {
  return Math.max(0, ...options.map(({ value }) => (typeof value === 'number' ? value : 0)))
}

function chosenIn(
  score: Record<string, unknown>,
  question: KnownQuestion | undefined,
): VendorAnswer['chosen'] {
  // of several choices each is a score of its own; one that gave points was chosen
  const several = recordsOf(score['multipleSelectQuestionOptionScores'])
    .filter((one) => typeof one['score'] === 'number' && one['score'] > 0)
    .map((one) => textOf(one['questionId']))
  const ids = [textOf(score['answerId']), ...several].filter((id) => id !== null)
  return ids.map((id) => question?.options.get(id) ?? { id, label: id })
}

function scoreOf(score: Record<string, unknown>, question: KnownQuestion | undefined): number | null {
  const points = score['score']
  if (typeof points !== 'number' || question === undefined || question.mostPoints <= 0) return null
  return points / question.mostPoints
}
