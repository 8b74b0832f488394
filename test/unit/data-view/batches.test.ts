import { describe, expect, it } from 'vitest'
import { batchesOf, sumOfFacts, sumOfRows } from '../../../renderer/features/data/history/batches.ts'
import type { ImportRecord } from '../../../shared/contract/imports.ts'

const minuteMs = 60_000

function anImport(part: Partial<ImportRecord> = {}): ImportRecord {
  return {
    id: 1,
    file: 'call.json',
    source: 'Deepgram',
    kind: 'transcripts',
    importedAt: 0,
    undoneAt: null,
    rows: { read: 2, added: 1, updated: 0, unchanged: 0, quarantined: 1 },
    facts: { transcripts: 1 },
    warnings: [],
    inQuarantine: 1,
    ...part,
  }
}

function idsOf(imports: ImportRecord[]): number[][] {
  return batchesOf(imports).map(({ records }) => records.map(({ id }) => id))
}

describe('the history', () => {
  it('takes the files of one folder together from three on', () => {
    const files = [5, 4, 3].map((id) => anImport({ id, importedAt: id * minuteMs }))
    expect(idsOf(files)).toEqual([[5, 4, 3]])
    expect(idsOf(files.slice(1))).toEqual([[4], [3]])
  })

  it('keeps apart what is of another source, another kind, another hour, or undone', () => {
    const three = (part: Partial<ImportRecord>, from: number) =>
      [from + 2, from + 1, from].map((id) => anImport({ id, ...part }))
    expect(
      idsOf([
        ...three({ importedAt: 90 * minuteMs }, 41),
        ...three({ undoneAt: 1 }, 31),
        ...three({ kind: 'surveys' }, 21),
        ...three({ source: 'Talkdesk', kind: 'surveys' }, 11),
      ]),
    ).toEqual([
      [43, 42, 41],
      [33, 32, 31],
      [23, 22, 21],
      [13, 12, 11],
    ])
  })

  it('adds up what the files of a batch brought', () => {
    const records = [anImport(), anImport({ facts: { transcripts: 2, interactions: 1 } })]
    expect(sumOfRows(records)).toEqual({ read: 4, added: 2, updated: 0, unchanged: 0, quarantined: 2 })
    expect(sumOfFacts(records)).toEqual({ transcripts: 3, interactions: 1 })
  })
})
