import { t } from '#speech'
import { isFormTable } from './csv/form-cells.ts'
import { readFormCsv } from './csv/read-form-csv.ts'
import { readTable } from './csv/read-table.ts'
import { connectFormIn, readConnectForm } from './connect/read-connect-form.ts'
import { isDebriefForm, readDebriefForm } from './debrief-form.ts'
import type { FormFile, ReadForm } from './form-file.ts'
import { genesysFormIn, readGenesysForm } from './genesys/read-genesys-form.ts'
import { maestroTableName } from './maestro/maestro-tables.ts'
import { readMaestroForm } from './maestro/read-maestro-form.ts'
import { parseDocument, plainText, refuseUnfit } from './parse-document.ts'
import { refusal, shown } from './refusals.ts'

/**
 * Reads a form from one file: Amazon Connect, Genesys Cloud, Debrief's JSON, or CSV. What it is follows from what is in it, not from its name.
 * What the file holds and a form of ours does not is told in `notes`. Throws a Problem with one sentence where it is no form, damaged, far too large,
 * or written by a newer Debrief.
 */
export function readFormFile(name: string, text: string): ReadForm {
  return readFormFiles([{ name, text }])
}

/** Like `readFormFile`, for a form that lies in several files (MaestroQA's tables); `wanted` is the name or id of one of several rubrics in them. */
export function readFormFiles(files: readonly FormFile[], wanted?: string): ReadForm {
  const [first, ...others] = files
  if (first === undefined) throw refusal(t`No file with a form was given.`)
  for (const file of files) refuseUnfit(file)
  if (/^\s*[[{]/.test(plainText(first))) {
    if (others.length > 0) throw refusal(t`A form in JSON is one file; choose one at a time.`)
    return readDocument(first)
  }
  const tables = files.map(readTable)
  if (tables.some((table) => maestroTableName(table) !== null)) return readMaestroForm(tables, wanted)
  if (others.length > 0)
    throw refusal(t`A form as CSV is one file; only MaestroQA has several for one rubric.`)
  const table = tables[0]!
  if (!isFormTable(table))
    throw refusal(
      t`"${{ name: shown(first.name) }}" has no column "question", so it is no form; its columns are ${{
        headings: table.headings
          .slice(0, 6)
          .map((one) => `"${shown(one)}"`)
          .join(', '),
      }}.`,
    )
  return readFormCsv(table)
}

function readDocument(file: FormFile): ReadForm {
  const document = parseDocument(file)
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw refusal(t`"${{ file: shown(file.name) }}" holds a list, and one form is needed.`)
  // JSON.parse gives objects as records
  const record = document as Record<string, unknown>
  if (isDebriefForm(record)) return readDebriefForm(record, file.name)
  const connect = connectFormIn(record)
  if (connect !== null) return readConnectForm(connect, file.name)
  const genesys = genesysFormIn(record, file.name)
  if (genesys !== null) return readGenesysForm(genesys, file.name)
  throw refusal(
    t`"${{ file: shown(file.name) }}" is no form Debrief knows: it reads those of Amazon Connect, Genesys Cloud, MaestroQA, its own, and CSV.`,
  )
}
