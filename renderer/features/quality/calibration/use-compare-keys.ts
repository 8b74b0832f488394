import { useEffect } from 'react'
import type { CalibrationResults, ComparedItem } from '../../../../shared/contract/calibration.ts'
import { isTyping } from '../../../ui/keyboard.ts'
import type { Cell } from './compare-section.tsx'

interface CompareKeys {
  rows: readonly Cell[]
  at: Cell | null
  results: CalibrationResults
  isOpen: boolean
  onGo(cell: Cell): void
  onTake(item: ComparedItem, questionId: string, index: number): void
}

/** `j` and `k` go through the questions of all conversations, `d` to the next difference that is open, digits settle at a reviewer's answer. */
export function useCompareKeys(keys: CompareKeys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const does = commandOf(keys, event.key)
      if (!does) return
      event.preventDefault()
      does()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}

function commandOf({ rows, at, results, isOpen, onGo, onTake }: CompareKeys, key: string) {
  const index = rows.findIndex(
    ({ itemId, questionId }) => itemId === at?.itemId && questionId === at.questionId,
  )
  const go = (cell: Cell | undefined) => (cell === undefined ? undefined : () => onGo(cell))
  const itemOf = (itemId: number) => results.items.find(({ id }) => id === itemId)
  if (key === 'j') return go(rows[index + 1])
  if (key === 'k') return go(rows[index - 1])
  if (key === 'd')
    return go(
      [...rows.slice(index + 1), ...rows.slice(0, index + 1)].find(({ itemId, questionId }) =>
        itemOf(itemId)?.open.includes(questionId),
      ),
    )
  const item = at === null ? undefined : itemOf(at.itemId)
  const place = Number(key) - 1
  if (isOpen && at !== null && item !== undefined && /^[1-9]$/.test(key) && place < item.parts.length)
    return () => onTake(item, at.questionId, place)
  return undefined
}
