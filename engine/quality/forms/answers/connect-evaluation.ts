import {
  isTrue,
  recordOf,
  recordsOf,
  shareOf,
  textOf,
  type VendorAnswer,
  type VendorEvaluation,
} from './vendor-evaluation.ts'

/** Whether a document is an evaluation of Amazon Connect: one of its export, or the answer of `DescribeContactEvaluation`. */
export function isConnectEvaluation(document: Record<string, unknown>): boolean {
  if (recordOf(document['Evaluation'])?.['Answers'] !== undefined) return true
  return textOf(document['evaluationId']) !== null && Array.isArray(document['questions'])
}

/** Reads it (schemas 3.1 to 3.5 of the export). A percentage at a text question is nothing to go by, and is kept all the same. */
export function readConnectEvaluation(document: Record<string, unknown>): VendorEvaluation {
  const evaluation = recordOf(document['Evaluation'])
  return evaluation === null ? readExport(document) : readDescribed(evaluation)
}

function readExport(document: Record<string, unknown>): VendorEvaluation {
  const metadata = recordOf(document['metadata']) ?? {}
  return {
    formTitle: textOf(metadata['evaluationDefinitionTitle']),
    formRef: textOf(metadata['evaluationDefinitionId']),
    formVersion: textOf(metadata['evaluationDefinitionVersion']),
    score0to1: scoreOf(metadata['score'], 'notApplicable', 'percentage'),
    sections: recordsOf(document['sections']).flatMap((section) => {
      const id = textOf(section['sectionRefId'])
      const score0to1 = scoreOf(section['score'], 'notApplicable', 'percentage')
      return id === null ? [] : [{ id, title: textOf(section['sectionTitle']), score0to1 }]
    }),
    answers: recordsOf(document['questions']).flatMap((question): VendorAnswer[] => {
      const questionId = textOf(question['questionRefId'])
      if (questionId === null) return []
      const answer = recordOf(question['answer']) ?? {}
      return [
        {
          questionId,
          title: textOf(question['questionText']),
          chosen: recordsOf(answer['values'])
            .filter((value) => isTrue(value['selected']))
            .map((value) => ({ id: textOf(value['valueRefId']), label: textOf(value['valueText']) ?? '' })),
          value: textOf(answer['value']),
          isNotApplicable: isTrue(recordOf(answer['metadata'])?.['notApplicable']),
          score0to1: scoreOf(question['score'], 'notApplicable', 'percentage'),
        },
      ]
    }),
  }
}

/** The API's own shape: answers and scores by `RefId`; a choice is the option's `RefId` as text. */
function readDescribed(evaluation: Record<string, unknown>): VendorEvaluation {
  const metadata = recordOf(evaluation['Metadata']) ?? {}
  const scores = new Map(Object.entries(recordOf(evaluation['Scores']) ?? {}))
  const answers = Object.entries(recordOf(evaluation['Answers']) ?? {})
  const answered = new Set(answers.map(([id]) => id))
  const scoreAt = (id: string) => scoreOf(scores.get(id), 'NotApplicable', 'Percentage')
  return {
    formTitle: null,
    formRef: null,
    formVersion: null,
    score0to1: scoreOf(metadata['Score'], 'NotApplicable', 'Percentage'),
    sections: [...scores.keys()]
      .filter((id) => !answered.has(id))
      .map((id) => ({ id, title: null, score0to1: scoreAt(id) })),
    answers: answers.map(([questionId, answer]): VendorAnswer => {
      const value = recordOf(recordOf(answer)?.['Value']) ?? {}
      const text = textOf(value['StringValue']) ?? textOf(value['DateTimeValue'])
      const several = Array.isArray(value['StringValues'])
        ? value['StringValues'].map(textOf).filter((one) => one !== null)
        : []
      return {
        questionId,
        title: null,
        chosen: (text === null ? several : [text]).map((id) => ({ id, label: id })),
        value: textOf(value['NumericValue']) ?? text,
        isNotApplicable: isTrue(value['NotApplicable']),
        score0to1: scoreAt(questionId),
      }
    }),
  }
}

function scoreOf(value: unknown, notApplicable: string, percentage: string): number | null {
  const score = recordOf(value)
  if (score === null || isTrue(score[notApplicable])) return null
  return shareOf(score[percentage])
}
