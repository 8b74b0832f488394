import { t } from '#speech'
import type { Mapping } from '../../../shared/domain/import-kinds.ts'
import type { RowOutcome, RowReader } from '../facts.ts'
import type { Period } from '../values/periods.ts'
import { isTotalText } from '../values/placeholders.ts'
import { agentPart } from './agent-part.ts'
import { assertReadable } from './cells.ts'
import type { RowBuilding } from './cells.ts'
import { columnsNamedBy, placeColumns } from './columns-of-mapping.ts'
import { contactPart } from './contact-part.ts'
import { evaluationPart } from './evaluation-part.ts'
import { interactionPart } from './interaction-part.ts'
import { rosterPart } from './roster-part.ts'
import { shiftPart } from './shift-part.ts'
import { trialReader, unfinishedReader } from './standing.ts'
import { summaryPart } from './summary-part.ts'
import { surveyPart } from './survey-part.ts'

/** A mapping made ready for the rows of one table. */
export interface CompiledRowReader {
  read: RowReader
  /** The columns the reader looks at; the others do not matter to what a row states. */
  usedColumns: string[]
}

const BLANK: RowOutcome = { outcome: 'skipped', why: 'blank' }
const TOTAL: RowOutcome = { outcome: 'skipped', why: 'total' }
const REPEATED_HEADER: RowOutcome = { outcome: 'skipped', why: 'repeated-header' }
const UNANSWERED: RowOutcome = { outcome: 'skipped', why: 'unanswered' }
const UNFINISHED: RowOutcome = { outcome: 'skipped', why: 'unfinished' }
const TRIAL: RowOutcome = { outcome: 'skipped', why: 'trial' }

/**
 * Makes the row reader of one table: cells in, facts or what is wrong out. An unreadable filled cell rejects its row (the
 * spellings of nothing do not), an empty date or agent does not. Throws one sentence when the mapping names columns
 * that are not there or reads a field in a way it cannot be read, and a RangeError for an unknown time zone. `filePeriod` is what
 * the file says of the period of figures whose rows do not.
 */
export function compileRowReader(
  mapping: Mapping,
  columns: readonly string[],
  filePeriod: Period | null = null,
): CompiledRowReader {
  const placed = placeColumns(mapping, columns)
  for (const column of placed.all) assertReadable(column)
  const state: RowBuilding['state'] = { rejection: null }
  const building: RowBuilding = { columns: placed, timeZone: mapping.timeZone, state }
  const readAgent = agentPart(building)
  const readContact = contactPart(building)
  const readInteraction = interactionPart(building)
  const isSurvey = mapping.kind === 'surveys'
  const readSurvey = surveyPart(building, isSurvey)
  const readEvaluation = evaluationPart(building, mapping.questions, columns)
  const readShift = shiftPart(building)
  const readSummary = summaryPart(building, filePeriod)
  const readRoster = rosterPart(building, mapping.kind === 'roster')
  const isUnfinished = unfinishedReader(building)
  const isTrial = trialReader(building)
  const headerIndex = placed.all[0]?.index ?? 0
  const headerName = columns[headerIndex] ?? ''

  const read = (row: readonly string[]): RowOutcome => {
    const first = row[0] ?? ''
    if (first === '' && isBlank(row)) return BLANK
    if (row[headerIndex] === headerName && isHeader(row, columns)) return REPEATED_HEADER
    if (mayBeTotal(first) && isTotalText(first) && isMostlyUnnamed(row)) return TOTAL
    const agent = readAgent(row)
    if (agent === 'total') return TOTAL
    if (agent === 'template') return template()
    if (isUnfinished(row)) return UNFINISHED
    if (isTrial(row)) return TRIAL
    state.rejection = null
    const contact = readContact(row)
    if (contact === 'template') return template()
    const interaction = readInteraction(row)
    const survey = readSurvey(row, contact)
    const evaluation = readEvaluation(row)
    const shift = readShift(row)
    const summary = readSummary(row)
    const roster = readRoster(row)
    if (state.rejection !== null) return { outcome: 'rejected', rejection: state.rejection }
    if (isSurvey && survey === null) return UNANSWERED
    if (roster !== null && agent === null) {
      return rejected('missing-key', t`The row names nobody, so there is nobody to say this of.`)
    }
    if (
      interaction === null &&
      survey === null &&
      evaluation === null &&
      shift === null &&
      summary === null &&
      roster === null &&
      (contact === null || (contact.startedAtMs === null && (contact.contactRef === null || agent === null)))
    ) {
      return rejected('no-facts', t`None of the mapped columns states anything in this row.`)
    }
    return {
      outcome: 'facts',
      facts: { agent, contact, interaction, survey, evaluation, shift, summary, roster },
    }
  }
  return { read, usedColumns: columnsNamedBy(mapping) }
}

function template(): RowOutcome {
  return rejected('template-row', t`The row is a template that was never filled in.`)
}

function rejected(code: 'missing-key' | 'no-facts' | 'template-row', message: string): RowOutcome {
  return { outcome: 'rejected', rejection: { code, column: null, message } }
}

function isBlank(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== '' && cell.trim() !== '') return false
  return true
}

function isHeader(row: readonly string[], columns: readonly string[]): boolean {
  return columns.length > 1 && columns.every((column, index) => row[index]?.trim() === column.trim())
}

/** Ids and dates begin with digits; only words can head a row of totals. */
function mayBeTotal(cell: string): boolean {
  const code = cell.charCodeAt(0)
  return code > 57 && cell.length < 40
}

/** A total row names no second thing: its other texts are numbers, or nothing. */
function isMostlyUnnamed(row: readonly string[]): boolean {
  let texts = 0
  for (let index = 1; index < row.length; index += 1) {
    const cell = row[index] ?? ''
    if (/^\p{L}{2,}/u.test(cell) && !isTotalText(cell) && !/^n\/?a|^nan/i.test(cell)) texts += 1
  }
  return texts === 0
}
