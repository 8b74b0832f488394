import type { ImportField, ImportKind } from '../../../shared/domain/import-kinds.ts'
import { CONTACT_CONCEPTS } from './concepts-contact.ts'
import { PEOPLE_CONCEPTS } from './concepts-people.ts'
import { QUALITY_CONCEPTS } from './concepts-quality.ts'
import { SURVEY_CONCEPTS } from './concepts-survey.ts'
import { WORKFORCE_CONCEPTS } from './concepts-workforce.ts'

/** An idea a heading can name, in the words exports use for it. */
export interface Concept {
  name: string
  /** The field it becomes, by the file's kind; `any` where the kind does not matter, several in order of preference. */
  fields: Partial<Record<ImportKind | 'any', ImportField | readonly ImportField[]>>
  /** How strongly its presence speaks for a kind. */
  votes?: Partial<Record<ImportKind, number>>
  /** The metric a period summary's figure of it belongs to. */
  metricId?: string
  /** Headings, the most telling first, as `wordsOf` gives them. */
  phrases: readonly string[]
  /** Word beginnings that tell the idea wherever they stand in a longer heading (a survey's question). */
  anywhere?: readonly string[]
}

/** Every idea the recogniser knows. */
export const CONCEPTS: readonly Concept[] = [
  ...PEOPLE_CONCEPTS,
  ...CONTACT_CONCEPTS,
  ...QUALITY_CONCEPTS,
  ...SURVEY_CONCEPTS,
  ...WORKFORCE_CONCEPTS,
]

/** The fields a concept can become in a file of this kind, preferred first. */
export function fieldsOf(concept: Concept, kind: ImportKind): readonly ImportField[] {
  const fields = concept.fields[kind] ?? concept.fields.any
  if (fields === undefined) return []
  return typeof fields === 'string' ? [fields] : fields
}
