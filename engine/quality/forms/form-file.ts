import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'

/** A file as it was chosen: its name without folders, and its text. */
export interface FormFile {
  name: string
  text: string
}

/** A form that was read. */
export interface ReadForm {
  definition: ScorecardDefinition
  /** The id the other tool knows the form by, over all its versions; null where the file names none. */
  formRef: string | null
  version: string | null
  /** What the file holds and a form of Debrief does not, a sentence each. */
  notes: string[]
}

/** A form as the text of a file. */
export interface WrittenForm {
  text: string
  /** What the form holds and the file does not, or says in another way, a sentence each. */
  notes: string[]
}
