import { z } from 'zod'
import { t } from '#speech'
import { scorecardDefinition, type ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import type { ReadForm, WrittenForm } from './form-file.ts'
import { checked, refusal, shown } from './refusals.ts'
import { settleDefinition } from './settle-definition.ts'

const FORMAT = 'debrief-form'
const FORMAT_VERSION = 1

const envelope = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.int().min(1),
  /** The id another tool knows the form by, where it came from one. */
  ref: z.string().max(200).nullable().default(null),
  version: z.string().max(100).nullable().default(null),
  form: scorecardDefinition,
})

/** Whether a document is a form as Debrief writes it, in its envelope or without. */
export function isDebriefForm(document: Record<string, unknown>): boolean {
  return (
    document['format'] === FORMAT ||
    (typeof document['strategy'] === 'string' &&
      Array.isArray(document['sections']) &&
      Array.isArray(document['questions']))
  )
}

/** Reads it. Throws a Problem where a newer Debrief wrote it, or where it is not as the definition has it. */
export function readDebriefForm(document: Record<string, unknown>, fileName: string): ReadForm {
  const { format, formatVersion } = document
  if (format === FORMAT && typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION)
    throw refusal(
      t`"${{ file: shown(fileName) }}" was written by a newer Debrief (format ${{ format: formatVersion }}; this one reads ${{ own: FORMAT_VERSION }}). Update Debrief and try again.`,
    )
  const what = t`a form of Debrief`
  const { ref, version, form } =
    format === FORMAT
      ? checked(envelope, document, fileName, what)
      : { ref: null, version: null, form: checked(scorecardDefinition, document, fileName, what) }
  return { definition: settleDefinition(form, fileName, what), formRef: ref, version, notes: [] }
}

/** The form as Debrief's own JSON; it holds everything. `ref` and `version` are those of the tool it came from. */
export function writeDebriefForm(
  definition: ScorecardDefinition,
  { ref = null, version = null }: { ref?: string | null; version?: string | null } = {},
): WrittenForm {
  const document = { format: FORMAT, formatVersion: FORMAT_VERSION, ref, version, form: definition }
  return { text: `${JSON.stringify(document, null, 2)}\n`, notes: [] }
}
