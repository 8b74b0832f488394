import type { JudgeItem } from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'

/** Cases of a question (its row) that reviewers have settled, redacted, the best ones first. */
export type ExamplesOf = (database: ReadableDatabase, questionRow: number) => JudgeItem['examples']

/** Nobody settles any yet. */
export const examplesOf: ExamplesOf = () => []
