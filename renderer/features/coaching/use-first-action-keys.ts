import { useEffect, type RefObject } from 'react'
import { isTyping } from '../../ui/keyboard.ts'

const keys: Record<string, string> = { e: 'evidence', n: 'arithmetic', m: 'coached', s: 'prepare' }

/**
 * `s`, `e`, `n` and `m` press the first action's session, evidence, arithmetic and coached buttons (`data-key` names them). What they open is brought
 * into sight, and the keyboard goes on from there.
 */
export function useFirstActionKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = keys[event.key]
      if (!name || isTyping(event)) return
      const button = container.current?.querySelector<HTMLElement>(`[data-key="${name}"]`)
      if (!button) return
      // The letter must not be typed into the field that the press opens.
      event.preventDefault()
      button.scrollIntoView({ block: 'center' })
      button.focus({ preventScroll: true })
      button.click()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [container])
}
