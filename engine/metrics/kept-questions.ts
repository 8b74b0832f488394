import {
  readAnsweredQuestions,
  readEvaluationMarks,
  readQuestions,
  type AnsweredQuestion,
  type QuestionRow,
} from '../quality/index.ts'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { readFactsRevision } from './facts-revision.ts'

/** Under this name among the settings. */
const KEPT = 'answered-questions'

interface Kept {
  /** The facts they were found in. */
  basis: string
  answered: AnsweredQuestion[]
}

function basisOf(database: ReadableDatabase): string {
  return `${readFactsRevision(database)} ${readEvaluationMarks(database)}`
}

/** Every question that was answered: which these are as the last import kept it where that still holds, else all answers are asked. */
export function answeredQuestions(database: ReadableDatabase): QuestionRow[] {
  const text = readSetting(database, KEPT)
  // written below
  const kept = text === undefined ? undefined : (JSON.parse(text) as Kept)
  const answered = kept?.basis === basisOf(database) ? kept.answered : readAnsweredQuestions(database)
  return readQuestions(database, answered)
}

/** Finds out which questions were answered after the facts changed: of a million answers a question a fifth of a second long. */
export function keepAnsweredQuestions(database: WritableDatabase): void {
  const kept: Kept = { basis: basisOf(database), answered: readAnsweredQuestions(database) }
  writeSetting(database, KEPT, JSON.stringify(kept))
}
