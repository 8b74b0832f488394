import { useEffect, type RefObject } from 'react'
import { isTyping } from '../../ui/keyboard.ts'

const keys: Record<string, string> = { e: 'evidence', n: 'arithmetic', m: 'coached' }

/** `e`, `n` and `m` press the first action's evidence, arithmetic and coached buttons (`data-key` names them). */
export function useFirstActionKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = keys[event.key]
      if (!name || isTyping(event)) return
      container.current?.querySelector<HTMLElement>(`[data-key="${name}"]`)?.click()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [container])
}
