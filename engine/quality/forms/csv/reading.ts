import type { Notes } from '../notes.ts'
import type { DraftQuestion, DraftSection } from '../settle-definition.ts'
import type { WordedCondition } from './condition-text.ts'

/** A question while its rows are read. */
export interface ReadQuestion {
  draft: DraftQuestion
  condition: WordedCondition | null
  /** Otherwise its type follows from its answers. */
  isTypeStated: boolean
}

/** What was read of a table so far. */
export interface Reading {
  questions: ReadQuestion[]
  sections: DraftSection[]
  notes: Notes
  fileName: string
}
