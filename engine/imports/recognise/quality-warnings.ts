import { plural, t } from '#speech'
import { listed } from '../../../shared/speech/lists.ts'
import type { ImportField, Mapping } from '../../../shared/domain/import-kinds.ts'
import { compileRowReader } from '../rows/index.ts'
import { isTemplateText, namesSeveralAgents } from '../values/placeholders.ts'
import type { TableColumn } from './read-columns.ts'
import type { VendorLayout } from './vendor-layout.ts'

/** Sentences about what in the sample looks wrong although it can be read. */
export function qualityWarnings(
  columns: readonly TableColumn[],
  mapping: Mapping,
  layout: VendorLayout | null,
): string[] {
  return [
    ...partialExport(columns),
    ...backwardTimes(columns, mapping),
    ...misleadingDurations(columns, mapping),
    ...templates(columns, mapping),
    ...severalAgents(columns, mapping),
    ...layoutWarnings(columns, layout),
  ]
}

/** Genesys says of its exports whether they are whole. */
function partialExport(columns: readonly TableColumn[]): string[] {
  return columns
    .filter(
      ({ header }) => header.phrase === 'interval complete' || header.phrase === 'full export completed',
    )
    .filter(({ values }) => values.filled.some((cell) => /^(?:no|false|0)$/i.test(cell)))
    .map(
      ({ name }) =>
        t`"${{ name }}" says no: the export was taken before its period was over, so its figures are partial.`,
    )
}

function backwardTimes(columns: readonly TableColumn[], mapping: Mapping): string[] {
  const mapped = mapping.columns.filter(
    ({ field }) => field === 'contact.startedAt' || field === 'contact.endedAt',
  )
  const [start, end] = (['contact.startedAt', 'contact.endedAt'] as ImportField[]).map((field) =>
    mapped.find((column) => column.field === field),
  )
  if (!start || !end) return []
  const rows = rowsOf(columns, [start.column, end.column])
  const { read } = compileRowReader({ ...mapping, columns: [start, end], questions: [] }, [
    start.column,
    end.column,
  ])
  let both = 0
  let backward = 0
  for (const row of rows) {
    const outcome = read(row)
    if (outcome.outcome !== 'facts') continue
    const { startedAtMs, endedAtMs } = outcome.facts.contact ?? { startedAtMs: null, endedAtMs: null }
    if (startedAtMs === null || endedAtMs === null) continue
    both += 1
    if (endedAtMs < startedAtMs) backward += 1
  }
  return backward === 0
    ? []
    : [
        t`In ${{ backward }} of ${{ both }} rows looked at, "${{ end: end.column }}" lies before "${{ start: start.column }}": take times between them with care.`,
      ]
}

function rowsOf(columns: readonly TableColumn[], wanted: readonly string[]): string[][] {
  const found = wanted.map((name) => columns.find((column) => column.name === name))
  const n = Math.max(0, ...found.map((column) => column?.cells.length ?? 0))
  return Array.from({ length: n }, (_, row) => found.map((column) => column?.cells[row] ?? ''))
}

/** "Time to Resolution" that holds dates: said, because everybody would expect a duration. */
function misleadingDurations(columns: readonly TableColumn[], mapping: Mapping): string[] {
  const moments = new Set(
    mapping.columns
      .filter(({ field }) => field === 'contact.startedAt' || field === 'contact.endedAt')
      .map(({ column }) => column),
  )
  const named = columns
    .filter(({ name, header }) => moments.has(name) && /response time|reply time|time to/.test(header.phrase))
    .map(({ name }) => `"${name}"`)
  if (named.length === 0) return []
  return [
    t`${{ columns: listed(named) }} ${plural({ count: named.length }, { one: 'holds', other: 'hold' })} dates and not durations; ${plural({ count: named.length }, { one: 'it is', other: 'they are' })} read as moments.`,
  ]
}

function templates(columns: readonly TableColumn[], mapping: Mapping): string[] {
  const who = new Set(
    mapping.columns.filter(({ field }) => /^agent\.|^contact\.id$/.test(field)).map(({ column }) => column),
  )
  const rows = new Set(
    columns
      .filter(({ name }) => who.has(name))
      .flatMap(({ cells }) =>
        [...cells.entries()].filter(([, cell]) => isTemplateText(cell)).map(([row]) => row),
      ),
  )
  const n = rows.size
  return n === 0
    ? []
    : [
        t`${plural({ rows: n }, { one: '# row of the sample is a template', other: '# rows of the sample are templates' })} never filled in; such rows are refused.`,
      ]
}

function severalAgents(columns: readonly TableColumn[], mapping: Mapping): string[] {
  const who = mapping.columns.filter(({ field }) => field === 'agent.name' || field === 'agent.externalId')
  const n = Math.max(
    0,
    ...who.map(({ column }) => {
      const cells = columns.find(({ name }) => name === column)?.cells ?? []
      return cells.filter(namesSeveralAgents).length
    }),
  )
  return n === 0
    ? []
    : [
        t`${plural({ rows: n }, { one: '# row of the sample names', other: '# rows of the sample name' })} several agents; such rows are kept without one.`,
      ]
}

function layoutWarnings(columns: readonly TableColumn[], layout: VendorLayout | null): string[] {
  const daily = columns.find(({ header }) => header.phrase === 'day metrics')
  return layout && daily
    ? [
        t`The daily figures in "${{ name: daily.name }}" are not read from a list; import the adherence answer itself, as one JSON document, to have them.`,
      ]
    : []
}
