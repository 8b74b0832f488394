import type { z } from 'zod'
import { scorecardDefinition } from '../../../../shared/domain/scorecard/definition.ts'
import type { QuestionAutomation, QuestionCondition } from '../../../../shared/domain/scorecard/definition.ts'

const questionShape = scorecardDefinition.shape.questions.element
const condition = questionShape.shape.condition
const automation = questionShape.shape.automation

/** A condition as a cell: the JSON of it, which no wording of an answer can break. */
export function conditionCell(value: QuestionCondition | null): string {
  return value === null ? '' : JSON.stringify(value)
}

/** A condition before the ids of what it names are known. */
export interface WordedCondition {
  match: 'all' | 'any'
  rules: { question: string; is: QuestionCondition['rules'][number]['is']; answers: string[] }[]
}

const LONGEST_WORDED = 2_000

const part = /^(.+?)\s*(!=|=)\s*(.+)$/

/**
 * What a cell says of when a question is asked: our JSON, or as people write it, `Complaint = Yes`, `Reason = Bill|Price and Call back != No`.
 * Null for an empty one, undefined where it cannot be read.
 */
export function readCondition(cell: string): WordedCondition | null | undefined {
  if (cell === '') return null
  if (cell.startsWith('{')) {
    const parsed = fromJson(condition, cell)
    if (!parsed) return undefined
    return {
      match: parsed.match,
      rules: parsed.rules.map(({ questionId, is, optionIds }) => ({
        question: questionId,
        is,
        answers: optionIds,
      })),
    }
  }
  if (cell.length > LONGEST_WORDED) return undefined
  const isAny = /\sor\s/i.test(cell)
  if (isAny && /\sand\s/i.test(cell)) return undefined
  const rules = cell.split(isAny ? /\s+or\s+/i : /\s+and\s+/i).map((text) => {
    const found = part.exec(text.trim())
    if (!found) return null
    const answers = found[3]!.split('|').map((answer) => answer.trim())
    return { question: found[1]!, is: found[2] === '=' ? ('in' as const) : ('not-in' as const), answers }
  })
  return rules.every((rule) => rule !== null) ? { match: isAny ? 'any' : 'all', rules } : undefined
}

/** How another tool answers a question, as a cell. */
export function automationCell(value: QuestionAutomation | undefined): string {
  return value === undefined ? '' : JSON.stringify(value)
}

/** Undefined where the cell says nothing or cannot be read. */
export function readAutomation(cell: string): QuestionAutomation | undefined {
  return cell === '' ? undefined : (fromJson(automation, cell) ?? undefined)
}

function fromJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
