import { t } from '#speech'
import { isTooDeep } from '../../json-depth.ts'
import type { FormFile } from './form-file.ts'
import { refusal, shown } from './refusals.ts'

/** A form of 500 questions with all their guidance stays far below this. */
const MOST_CHARACTERS = 4_000_000

/** No form or evaluation is nested deeper: conditions within questions within sections within sections. */
const DEEPEST = 32

/** How a workbook, a PDF or what is no text at all begins. */
const isBinary = /^(?:%PDF-|[^]{0,16}?(?![\t\n\f\r])\p{Cc})/u

/** Throws a Problem where a file is empty, no text, or too large to be a form or an evaluation. */
export function refuseUnfit(file: FormFile): void {
  const { name, text } = file
  if (text.length > MOST_CHARACTERS)
    throw refusal(
      t`"${{ name: shown(name) }}" is far larger than a form or an evaluation can be; choose the file that holds nothing else.`,
    )
  if (plainText(file).trim() === '') throw refusal(t`"${{ name: shown(name) }}" is empty; export it again.`)
  if (isBinary.test(text)) throw refusal(t`"${{ name: shown(name) }}" is no text; save it as CSV or JSON.`)
}

/** A file's text without a byte order mark. */
export function plainText({ text }: FormFile): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** The JSON of a file. Throws a Problem where it is too large, not JSON, or nested too deep. */
export function parseDocument(file: FormFile): unknown {
  refuseUnfit(file)
  let document: unknown
  try {
    document = JSON.parse(plainText(file))
  } catch {
    throw refusal(t`"${{ file: shown(file.name) }}" is not sound JSON; it may be cut off.`)
  }
  if (isTooDeep(document, DEEPEST))
    throw refusal(t`"${{ file: shown(file.name) }}" is nested too deep to be a form or an evaluation.`)
  return document
}
