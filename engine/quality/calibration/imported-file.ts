import type { Taken } from './take-submission.ts'

/** What an import came to. */
export interface ImportedFile extends Record<Taken, number> {
  id: number
  kind: 'part' | 'answers'
  reviewer: string
  sentence: string
}
