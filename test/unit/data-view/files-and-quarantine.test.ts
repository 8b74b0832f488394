import '../renderer/in-english.ts'
import { describe, expect, it } from 'vitest'
import { listed } from '../../../shared/speech/lists.ts'
import { isTaken, standingOf } from '../../../renderer/features/data/import/file-standing.ts'
import {
  importInput,
  inspectInput,
  type StagedFile,
} from '../../../renderer/features/data/import/staged-files.ts'
import { groupQuarantine } from '../../../renderer/features/data/quarantine/group-quarantine.ts'
import { retrySentence } from '../../../renderer/features/data/quarantine/retry-sentence.ts'
import { confidenceWord, factWords, fileName } from '../../../renderer/features/data/words.ts'
import { formatBytes } from '../../../renderer/ui/format.ts'
import type { FilePreview, QuarantinedRow, TablePreview } from '../../../shared/contract/imports.ts'

function aFile(part: Partial<StagedFile> = {}): StagedFile {
  return {
    id: 'file-1',
    name: 'log.csv',
    bytes: 10,
    reference: { uploadId: 'u1' },
    problem: null,
    edits: {},
    isChecked: false,
    isGivenAway: false,
    ...part,
  }
}

function aTable(part: Partial<TablePreview> = {}): TablePreview {
  return {
    sheet: null,
    kind: 'interactions',
    vendor: null,
    confidence: 0.95,
    reasons: [],
    warnings: [],
    mapping: { kind: 'interactions', shape: 'rows', timeZone: 'UTC', columns: [], questions: [] },
    basis: 'recognised',
    columns: [],
    rows: [],
    ...part,
  }
}

function aPreview(tables: TablePreview[], part: Partial<FilePreview> = {}): FilePreview {
  return {
    file: 'log.csv',
    reference: { uploadId: 'u1' },
    bytes: 10,
    format: 'delimited',
    source: 'log',
    tables,
    contents: null,
    isRecording: false,
    importedBefore: null,
    error: null,
    ...part,
  }
}

describe('where a file stands', () => {
  it('is ready without a click when it was recognised surely', () => {
    expect(standingOf(aFile(), aPreview([aTable()]), false)).toBe('ready')
  })

  it('asks for a look when the recognition is unsure, until the person agrees', () => {
    const unsure = aPreview([aTable({ confidence: 0.4 })])
    expect(standingOf(aFile(), unsure, false)).toBe('needs-a-look')
    expect(standingOf(aFile({ isChecked: true }), unsure, false)).toBe('ready')
  })

  it('trusts a mapping that is remembered', () => {
    expect(standingOf(aFile(), aPreview([aTable({ confidence: 0.2, basis: 'remembered' })]), false)).toBe(
      'ready',
    )
  })

  it('leaves out the sheet nobody recognised, not the file', () => {
    const hidden = aTable({ sheet: 'Notes', kind: null, confidence: 0.1 })
    const preview = aPreview([aTable({ sheet: 'Log' }), hidden])
    expect(standingOf(aFile(), preview, false)).toBe('ready')
    expect(isTaken(aFile(), hidden)).toBe(false)
    expect(standingOf(aFile(), aPreview([hidden]), false)).toBe('needs-a-look')
  })

  it('counts a mapping made by hand', () => {
    const table = aTable({ kind: null, confidence: 0.1 })
    const file = aFile({ edits: { mappings: { '': table.mapping } }, isChecked: true })
    expect(standingOf(file, aPreview([table]), false)).toBe('ready')
  })

  it('is ready for transcripts, which have no columns', () => {
    expect(standingOf(aFile(), aPreview([], { contents: 'One transcript, 48 turns' }), false)).toBe('ready')
  })

  it('tells waiting from failing', () => {
    expect([
      standingOf(aFile({ reference: null }), null, false),
      standingOf(aFile(), null, false),
      standingOf(aFile(), null, true),
      standingOf(aFile(), aPreview([], { error: 'This is a PDF.' }), false),
    ]).toEqual(['handing-over', 'reading', 'unreadable', 'unreadable'])
  })
})

describe('what is sent to the engine', () => {
  it('looks into the file again for another kind, not for another mapping', () => {
    const mappings = { '': aTable().mapping }
    expect(inspectInput(aFile({ edits: { kind: 'surveys', mappings } }))).toEqual({
      files: [{ reference: { uploadId: 'u1' }, kind: 'surveys' }],
    })
    expect(importInput(aFile({ edits: { mappings } }))).toEqual({ reference: { uploadId: 'u1' }, mappings })
  })

  it('is nothing before the file is handed over', () => {
    expect([inspectInput(aFile({ reference: null })), importInput(aFile({ reference: null }))]).toEqual([
      null,
      null,
    ])
  })
})

function aRow(part: Partial<QuarantinedRow>): QuarantinedRow {
  return {
    id: 1,
    importId: 1,
    file: 'log.csv',
    rowNumber: 2,
    code: 'bad-date',
    column: 'Date',
    message: '“x” is no date.',
    columns: ['Date'],
    cells: ['x'],
    ...part,
  }
}

describe('rows in quarantine', () => {
  it('stand together by import, reason and column, the largest group first', () => {
    const groups = groupQuarantine([
      aRow({ id: 1, code: 'bad-score', column: 'CSAT' }),
      aRow({ id: 2 }),
      aRow({ id: 3 }),
      aRow({ id: 4, importId: 2 }),
    ])
    expect(groups.map(({ title, importId, rows }) => [title, importId, rows.map(({ id }) => id)])).toEqual([
      ['The date in “Date” cannot be read', 1, [2, 3]],
      ['The score in “CSAT” cannot be read', 1, [1]],
      ['The date in “Date” cannot be read', 2, [4]],
    ])
  })

  it('take the engine’s own words for a reason the page does not know', () => {
    expect(groupQuarantine([aRow({ code: 'odd', message: 'Something else.' })])[0]?.title).toBe(
      'Something else.',
    )
  })

  it('say after a retry what came of it', () => {
    expect([retrySentence(9, 3), retrySentence(1, 0), retrySentence(0, 4)]).toEqual([
      '9 rows taken, 3 rows still in quarantine.',
      '1 row taken. Nothing of this file is left in quarantine.',
      'Nothing changed: 4 rows still cannot be read.',
    ])
  })
})

describe('words about files', () => {
  it('say sizes, names, confidence and what came in', () => {
    expect([formatBytes(482_113), formatBytes(1_250_000), formatBytes(12)]).toEqual([
      '482 kB',
      '1.3 MB',
      '12 bytes',
    ])
    expect([fileName('a/b/log.csv'), fileName('C:\\data\\log.csv')]).toEqual(['log.csv', 'log.csv'])
    expect([0.95, 0.7, 0.4, 0.1].map(confidenceWord)).toEqual([
      'sure',
      'fairly sure',
      'unsure',
      'not recognised',
    ])
    expect(listed(factWords({ interactions: 1200, surveys: 1, shifts: 0 }))).toBe(
      '1,200 contacts and 1 survey response',
    )
  })
})
