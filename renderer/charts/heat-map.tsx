import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { memo, useId, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import classes from './heat-map.module.css'

/** One figure of the map. */
export interface HeatMapCell {
  figure: string
  /** How far from the rest, in steps from -3 (much better) to 3 (much worse); null where nothing was compared. */
  tone: -3 | -2 | -1 | 0 | 1 | 2 | 3 | null
  isFlagged: boolean
  /** What is read out. */
  label: string
  /** Shown beside the cell that is pointed at or focused. */
  details: string
}

export interface HeatMapRow {
  key: string
  label: string
  /** One for each column, null where there are no data. */
  cells: (HeatMapCell | null)[]
}

interface Place {
  row: number
  /** 0 is the row's name. */
  column: number
}

const steps: Record<string, Place> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}

function placeOf(target: EventTarget): Place | null {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset.place : null
  if (!place) return null
  const [row = 0, column = 0] = place.split(' ').map(Number)
  return { row, column }
}

/** Where words stand that belong to a cell, in the window. */
function below(cell: Element): { left: number; top: number } {
  const box = cell.getBoundingClientRect()
  return { left: Math.min(box.left, window.innerWidth - 340), top: box.bottom + 6 }
}

/**
 * Rows x columns with the figure in every cell, coloured by how far it is from the rest; a flag is a mark, a heavy edge and a word.
 * One stop for the Tab key: arrows, Home and End go on from there.
 */
export function HeatMap({
  name,
  corner,
  columns,
  sections,
  selected,
  onOpen,
  onRow,
}: {
  name: string
  corner: string
  columns: { key: string; label: string; note: string }[]
  sections: { title: string; rows: HeatMapRow[] }[]
  selected: { row: string; column: string } | null
  onOpen: (rowKey: string, columnKey: string) => void
  onRow: (rowKey: string) => void
}) {
  const rows = sections.flatMap((section) => section.rows)
  const table = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<Place>({ row: 0, column: 1 })
  const [tip, setTip] = useState<(Place & { left: number; top: number }) | null>(null)
  const tipId = useId()
  const current = { row: clamp(active.row, rows.length - 1), column: clamp(active.column, columns.length) }
  const shown = tip && rows[tip.row]?.cells[tip.column - 1]

  const tipOf = (target: EventTarget | null) => {
    const place = target && placeOf(target)
    if (!place || !rows[place.row]?.cells[place.column - 1]) return null
    return { ...place, ...below((target as Element).closest('[data-place]')!) }
  }
  const point = (event: SyntheticEvent) => {
    const next = tipOf(event.target)
    setTip((before) => (before?.row === next?.row && before?.column === next?.column ? before : next))
  }
  // the cell that is focused has its words again where nothing is pointed at, also after it moved
  const backToFocus = () =>
    setTip(table.current?.contains(document.activeElement) ? tipOf(document.activeElement) : null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && tip) {
      event.stopPropagation()
      setTip(null)
    }
    const place = placeOf(event.target)
    if (!place || event.altKey || event.metaKey) return
    const step = steps[event.key]
    const toEnd = event.key === 'Home' ? 1 : event.key === 'End' ? columns.length : null
    if (!step && toEnd === null) return
    event.preventDefault()
    const next = {
      row: clamp(place.row + (step?.row ?? 0), rows.length - 1),
      column: toEnd ?? clamp(place.column + (step?.column ?? 0), columns.length),
    }
    setActive(next)
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus()
  }

  const firstOf = (section: number) =>
    sections.slice(0, section).reduce((sum, { rows: own }) => sum + own.length, 0)
  return (
    <div className={classes.scroll} onScroll={backToFocus}>
      <table
        ref={table}
        role="grid"
        className={classes.map}
        aria-label={name}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const place = placeOf(event.target)
          if (place) setActive(place)
          point(event)
        }}
        onBlur={() => setTip(null)}
        onMouseMove={point}
        onMouseLeave={backToFocus}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {corner}
            </th>
            {columns.map(({ key, label, note }) => (
              <th key={key} scope="col" className={classes.column}>
                <span className={classes.columnLabel}>{label}</span>
                <span className={classes.note}>{note}</span>
              </th>
            ))}
          </tr>
        </thead>
        {sections.map(({ title, rows: own }, section) => {
          const first = firstOf(section)
          return (
            <tbody key={title}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1} className={classes.section}>
                  <span>{title}</span>
                </th>
              </tr>
              {own.map((row, index) => (
                <MapRow
                  key={row.key}
                  row={row}
                  index={first + index}
                  columns={columns}
                  activeColumn={current.row === first + index ? current.column : null}
                  selectedColumn={selected?.row === row.key ? selected.column : null}
                  describedColumn={shown && tip.row === first + index ? tip.column : null}
                  tipId={tipId}
                  onOpen={onOpen}
                  onRow={onRow}
                />
              ))}
            </tbody>
          )
        })}
      </table>
      {shown && (
        <div
          role="tooltip"
          id={tipId}
          className={classes.tip}
          style={{
            left: tip.left,
            ...(tip.top > window.innerHeight - 130
              ? { bottom: window.innerHeight - tip.top + 46 }
              : { top: tip.top }),
          }}
        >
          {shown.details}
        </div>
      )}
    </div>
  )
}

const MapRow = memo(function MapRow({
  row,
  index,
  columns,
  activeColumn,
  selectedColumn,
  describedColumn,
  tipId,
  onOpen,
  onRow,
}: {
  row: HeatMapRow
  index: number
  columns: { key: string }[]
  activeColumn: number | null
  selectedColumn: string | null
  describedColumn: number | null
  tipId: string
  onOpen: (rowKey: string, columnKey: string) => void
  onRow: (rowKey: string) => void
}) {
  const tabIndex = (column: number) => (activeColumn === column ? 0 : -1)
  return (
    <tr>
      <th scope="row" className={classes.row}>
        <button
          type="button"
          className={classes.rowName}
          tabIndex={tabIndex(0)}
          data-place={`${index} 0`}
          onClick={() => onRow(row.key)}
        >
          {row.label}
        </button>
      </th>
      {columns.map(({ key }, column) => {
        const cell = row.cells[column]
        const place = { 'data-place': `${index} ${column + 1}`, tabIndex: tabIndex(column + 1) }
        return (
          <td key={key} aria-selected={selectedColumn === key}>
            {cell ? (
              <button
                type="button"
                {...place}
                className={classes.cell}
                data-tone={cell.tone ?? 'none'}
                data-flagged={cell.isFlagged || undefined}
                data-selected={selectedColumn === key || undefined}
                aria-label={cell.label}
                aria-describedby={describedColumn === column + 1 ? tipId : undefined}
                onClick={() => onOpen(row.key, key)}
              >
                {cell.isFlagged && (
                  <span className={classes.flag} aria-hidden>
                    ▲
                  </span>
                )}
                {cell.figure}
              </button>
            ) : (
              <button
                type="button"
                {...place}
                className={classes.cell}
                data-tone="none"
                aria-disabled
                aria-label={t`no data`}
              >
                –
              </button>
            )}
          </td>
        )
      })}
    </tr>
  )
})

/** What the colours and marks of the map mean. */
export function HeatMapKey() {
  return (
    <ul className={classes.key} aria-label={t`What the colours mean`}>
      <li>
        <Trans>
          <span className={classes.swatch} data-tone="0" data-flagged>
            <span className={classes.flag}>▲</span>
          </span>
          flagged: worse than the rest, beyond chance and beyond what is worth acting on
        </Trans>
      </li>
      <li>
        <Trans>
          <span className={classes.swatch} data-tone="3" />
          <span className={classes.swatch} data-tone="2" />
          <span className={classes.swatch} data-tone="1" />
          worse than the rest by 2, 1, ½ times the smallest difference worth acting on
        </Trans>
      </li>
      <li>
        <Trans>
          <span className={classes.swatch} data-tone="-1" />
          <span className={classes.swatch} data-tone="-2" />
          <span className={classes.swatch} data-tone="-3" />
          better by ½, 1, 2 times
        </Trans>
      </li>
      <li>
        <Trans>
          <span className={classes.swatch} data-tone="none" />
          too few agents to compare
        </Trans>
      </li>
    </ul>
  )
}
