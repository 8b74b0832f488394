import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { t } from '#speech'
import { listed } from '../../shared/speech/lists.ts'
import { Problem } from '../problem.ts'
import { FileProblem, openFile, type OpenedTable, type RowBatch } from './readers/index.ts'

const columns = ['item', 'rater', 'value'] as const

/** One rating as it stands in a file, trimmed. */
export interface WrittenRating {
  item: string
  rater: string
  /** '' where there is none. */
  value: string
  /** As a person finds it in the file. */
  rowNumber: number
}

/**
 * Reads a file of ratings: a table with the columns item, rater and value, in any order and case, beside others. Throws the
 * system's error where there is no such file, and a Problem where it is no such table or a row of it cannot be read.
 */
export async function readRatings(path: string): Promise<WrittenRating[]> {
  await stat(path)
  const name = basename(path)
  try {
    const opened = await openFile(path)
    const table = opened.form === 'table' ? opened.tables.find((one) => missingIn(one).length < 3) : undefined
    if (table === undefined) throw invalid(t`${{ name }} has no columns item, rater and value.`)
    return await ratingsIn(table, name)
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    if (error.code === 'no-rows') throw invalid(t`${{ name }} has no ratings.`)
    throw new Problem('FILE_UNREADABLE', error.message, { cause: error })
  }
}

async function ratingsIn(table: OpenedTable, name: string): Promise<WrittenRating[]> {
  const missing = missingIn(table)
  if (missing.length > 0) {
    const which = listed(missing.map((column) => `"${column}"`))
    throw invalid(t`${{ name }} has no column ${{ which }}: it needs item, rater and value.`)
  }
  const [item = -1, rater = -1, value = -1] = columns.map((column) => namesOf(table).indexOf(column))
  const ratings: WrittenRating[] = []
  await table.rows((batch) => {
    refuseBroken(batch)
    for (const [index, row] of batch.rows.entries()) {
      const cell = (column: number) => (row[column] ?? '').trim()
      const rowNumber = batch.firstRowNumber + index
      const rating = { item: cell(item), rater: cell(rater), value: cell(value), rowNumber }
      if (rating.item === '' || rating.rater === '')
        throw invalid(
          rating.item === ''
            ? t`Row ${{ rowNumber }} of ${{ name }} does not say which item it is about.`
            : t`Row ${{ rowNumber }} of ${{ name }} does not say which rater it is about.`,
        )
      ratings.push(rating)
    }
  })
  return ratings
}

/** A row with too many cells or broken quotes may have its value in another cell; a short one lacks a value, which is a gap. */
function refuseBroken({ problems }: RowBatch): void {
  const broken = problems.find(({ code }) => code !== 'too-short')
  if (broken === undefined) return
  const { code, rowNumber, message } = broken
  if (code === 'unclosed-quote')
    throw invalid(t`Row ${{ rowNumber }} opens a quote that is never closed; close it.`)
  throw invalid(code === 'too-long' ? message.replace(/\.$/, t`; correct that row.`) : message)
}

function namesOf(table: OpenedTable): string[] {
  return table.columns.map((column) => column.trim().toLowerCase())
}

function missingIn(table: OpenedTable): string[] {
  const names = namesOf(table)
  return columns.filter((column) => !names.includes(column))
}

function invalid(sentence: string): Problem {
  return new Problem('INVALID_INPUT', sentence)
}
