import { t } from '@lingui/core/macro'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ConversationItem } from '../../../../shared/contract/conversations.ts'
import { ConversationCells } from './conversation-row.tsx'
import styles from './conversation-table.module.css'

const rowHeight = 48
const columns = [
  { label: t`When` },
  { label: t`Agent` },
  { label: t`Queue and reason` },
  { label: t`Channel` },
  { label: t`Length`, isRight: true },
  { label: t`How it begins` },
  { label: t`Customer at the end` },
  { label: t`CSAT`, isRight: true },
  { label: t`Reviews`, isRight: true, title: t`How many evaluations there are` },
]

interface ConversationTableProps {
  total: number
  item(row: number): ConversationItem | undefined
  /** The row to stand on at first, as when one comes back from a conversation. */
  firstRow: number | null
  onRange(first: number, last: number): void
  onOpen(interactionId: number, row: number): void
}

/**
 * A grid of any length: only the rows in view exist. One stop for the Tab key; arrows, Page Up and Down, Home and End move, Enter opens.
 */
export function ConversationTable({ total, item, firstRow, onRange, onOpen }: ConversationTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(firstRow)
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: firstRow === null ? 0 : Math.max(0, (firstRow - 4) * rowHeight),
    // The head is sticky and would cover a row scrolled to the top.
    scrollPaddingStart: 40,
  })
  const rows = virtualizer.getVirtualItems()
  const first = rows[0]?.index ?? 0
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => onRange(first, last), [first, last, onRange])

  useEffect(() => {
    // Back from a conversation the list has the keyboard again.
    if (firstRow !== null) scroller.current?.focus({ preventScroll: true })
  }, [firstRow])

  const move = (row: number) => {
    const next = Math.min(total - 1, Math.max(0, row))
    setActive(next)
    virtualizer.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 480) / rowHeight) - 2)
    const from = active ?? -1
    const targets: Record<string, number> = {
      ArrowDown: from + 1,
      j: from + 1,
      ArrowUp: from - 1,
      k: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: total - 1,
    }
    const target = targets[event.key]
    if (target !== undefined && !event.metaKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      move(target)
    }
    const chosen = active === null ? undefined : item(active)
    if (event.key === 'Enter' && chosen && active !== null) onOpen(chosen.interactionId, active)
  }

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        aria-label={t`Conversations`}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-activedescendant={active === null ? undefined : `conversation-row-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={styles.grid} role="rowgroup">
          <div className={styles.head} role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <div
                key={column.label}
                role="columnheader"
                className={column.isRight ? styles.right : ''}
                title={column.title}
              >
                {column.label}
              </div>
            ))}
          </div>
          <div role="presentation" style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
            {rows.map((row) => {
              const conversation = item(row.index)
              return (
                <div
                  key={row.key}
                  id={`conversation-row-${row.index}`}
                  role="row"
                  aria-rowindex={row.index + 2}
                  aria-selected={active === row.index}
                  data-active={active === row.index}
                  className={styles.row}
                  style={{ transform: `translateY(${row.start}px)` }}
                  onMouseDown={() => setActive(row.index)}
                  onClick={() => conversation && onOpen(conversation.interactionId, row.index)}
                >
                  <ConversationCells item={conversation} />
                </div>
              )
            })}
          </div>
        </div>
      </div>
    </div>
  )
}
