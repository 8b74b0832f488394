import { useEffect } from 'react'

/** Takes Ctrl Z for steps of the rule, in its fields too: every change of one is a step. A field with something wrong in it has its own. */
export function useUndoKeys({ undo, redo }: { undo(): void; redo(): void }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return
      if (event.target instanceof HTMLElement && hasOwnUndo(event.target)) return
      event.preventDefault()
      if (event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [undo, redo])
}

function hasOwnUndo(target: HTMLElement): boolean {
  if (target.closest('[role="dialog"]') !== null) return true
  const field = target.closest('input, textarea')
  return (
    field !== null && (field.closest('[data-rule]') === null || field.getAttribute('aria-invalid') === 'true')
  )
}
