import { z } from 'zod'
import { t } from '#speech'
import { formAnswer, type FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../../shared/domain/scorecard/definition.ts'
import { readTable } from '../csv/read-table.ts'
import type { FormFile } from '../form-file.ts'
import { parseDocument, plainText } from '../parse-document.ts'
import { checked, refusal, shown } from '../refusals.ts'
import { findQuestion, matchAnswer, type WrittenAnswer } from './match-answer.ts'
import { isVendorEvaluation } from './rescore-evaluation.ts'
import { recordOf } from './vendor-evaluation.ts'

/** Answers to a form, or an evaluation of another tool to score again. */
export type GivenAnswers = { answers: FormAnswer[] } | { evaluation: Record<string, unknown> }

const writtenAnswer = z.union(
  [z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()])).max(100)],
  { error: () => t`an answer is an id or wording, a number, a list of these, null, or "N/A"` },
)
const byQuestion = z.record(z.string(), writtenAnswer)

/**
 * Reads answers to a form: `{"answers": {question: answer}}` with ids or wordings, a list of answers as Debrief keeps them, an evaluation of Amazon
 * Connect or Genesys Cloud, or CSV with the columns question and answer. Throws a Problem that names the nearest where a question or an answer
 * is not in the form.
 */
export function readAnswersFile(definition: ScorecardDefinition, file: FormFile): GivenAnswers {
  if (!/^\s*[[{]/.test(plainText(file))) return { answers: fromTable(definition, file) }
  const document = parseDocument(file)
  if (Array.isArray(document)) return { answers: fromList(definition, document, file.name) }
  const record = recordOf(document) ?? {}
  if (isVendorEvaluation(record)) return { evaluation: record }
  const { answers } = record
  if (Array.isArray(answers)) return { answers: fromList(definition, answers, file.name) }
  if (recordOf(answers) === null)
    throw refusal(
      t`"${{ file: shown(file.name) }}" holds no answers; they are written as ${{ example: '{"answers": {"question": "answer"}}' }}.`,
    )
  const written = checked(byQuestion, answers, file.name, t`a file of answers`)
  return { answers: fromPairs(definition, Object.entries(written)) }
}

function fromPairs(
  definition: ScorecardDefinition,
  pairs: readonly (readonly [string, WrittenAnswer])[],
): FormAnswer[] {
  const answers = new Map<string, FormAnswer>()
  for (const [key, written] of pairs) {
    const question = found(findQuestion(definition, key))
    if (answers.has(question.id))
      throw refusal(t`"${{ title: shown(question.title) }}" is answered twice; keep one of the answers.`)
    answers.set(question.id, found(matchAnswer(question, written)))
  }
  return [...answers.values()]
}

/** Answers as Debrief keeps them: ids throughout, looked up all the same. */
function fromList(definition: ScorecardDefinition, list: unknown[], fileName: string): FormAnswer[] {
  const answers = checked(z.array(formAnswer).max(1_000), list, fileName, t`a list of answers`)
  return fromPairs(
    definition,
    answers.map(({ questionId, optionIds, number, text, isNotApplicable }) => {
      const written = isNotApplicable ? 'N/A' : optionIds.length > 0 ? optionIds : (number ?? text)
      return [questionId, written] as const
    }),
  )
}

function fromTable(definition: ScorecardDefinition, file: FormFile): FormAnswer[] {
  const table = readTable(file)
  if (!table.headings.includes('question') || !table.headings.includes('answer'))
    throw refusal(t`"${{ file: shown(file.name) }}" needs the columns "question" and "answer".`)
  return fromPairs(
    definition,
    table.rows.map((row) => [row.cell('question'), row.cell('answer')] as const),
  )
}

function found<Thing>(result: { found: Thing } | { problem: string }): Thing {
  if ('problem' in result) throw refusal(result.problem)
  return result.found
}
