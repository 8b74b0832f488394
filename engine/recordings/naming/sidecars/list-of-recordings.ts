import { basename } from 'node:path'
import { t } from '#speech'
import type { AudioNames } from './audio-names.ts'
import { lettersOf, type SidecarRecord } from './sidecar-fields.ts'

/** A table as it is read here. */
export interface SidecarTable {
  columns: readonly string[]
  /** The first rows. */
  sample: readonly (readonly string[])[]
  rows(onRow: (cells: readonly string[]) => void): Promise<void>
}

/** The rows of a list by the recording they name. */
export interface ListedRecordings {
  records: Map<string, SidecarRecord[]>
  /** One sentence where rows name a recording there are several of. */
  problem: string | null
}

const MOST_ROWS_OF_ONE = 50
const AUDIO_NAME =
  /\.(?:wav|wave|mp3|m4a|mp4|aac|flac|ogg|oga|opus|webm|wma|amr|aif|aiff|mkv|mov|avi|3gp|au|gsm|vox)\s*$/i
const FILE_HEADING =
  /^(?:audio|recording|media|sound|wav|mp3)?(?:file|filename|filepath|path|filelocation|fileurl|url)$|^(?:audio|recording|recordingname|recordingid|recordingurl|recordinglocation)$/

/**
 * Reads a table as a list of recordings: the column in whose cells the most recordings are found is the one that names them (under a
 * heading such as "file name" also without the ending). Null for a table that names none.
 */
export async function readList(
  table: SidecarTable,
  path: string,
  names: AudioNames,
): Promise<ListedRecordings | null> {
  const headed = table.columns.map((column) => FILE_HEADING.test(lettersOf(column)))
  const looked = table.columns.map(
    (_, index) => headed[index] || table.sample.some((row) => AUDIO_NAME.test(row[index] ?? '')),
  )
  if (!looked.includes(true)) return null
  const columns = table.columns.map(() => ({ rows: new Map<string, (readonly string[])[]>(), several: 0 }))
  await table.rows((cells) => {
    for (const [index, column] of columns.entries()) {
      const cell = cells[index]
      if (!looked[index] || !cell) continue
      const [named, other] = names.named(cell, path, headed[index]!)
      if (named === undefined) continue
      const rows = column.rows.get(named)
      if (other !== undefined) column.several++
      else if (!rows) column.rows.set(named, [cells])
      else if (rows.length < MOST_ROWS_OF_ONE) rows.push(cells)
    }
  })
  const best = columns.toSorted(
    (one, other) => other.rows.size + other.several - one.rows.size - one.several,
  )[0]!
  if (best.rows.size === 0 && best.several === 0) return null
  const recordOf = (cells: readonly string[]): SidecarRecord =>
    new Map(table.columns.map((column, index) => [column, cells[index] ?? '']))
  return {
    records: new Map([...best.rows].map(([audio, rows]) => [audio, rows.map(recordOf)])),
    problem:
      best.several === 0
        ? null
        : t`${{ file: basename(path) }} names recordings of which there are several with that name; write their folder before the name.`,
  }
}
