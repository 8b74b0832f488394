import { useEffect } from 'react'
import { isTyping } from '../../../ui/keyboard.ts'

interface DecideKeys {
  isOn: boolean
  onOutcome(outcome: 'uphold' | 'overturn'): void
  onDigit(digit: number): void
  onFault(fault: 'reviewer' | 'goodwill'): void
  onDecide(): void
  onNext(): void
}

/**
 * Decides without the mouse: `u` lets the answer stay, `o` overturns it, a digit takes another answer, `w` says the reviewer was wrong, `y` that it is
 * goodwill, `r` goes to the remark, `j` to the next dispute; with the modifier, Enter decides, from the remark too. Escape leaves it.
 */
export function useDecideKeys(keys: DecideKeys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (keys.isOn && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        keys.onDecide()
        return
      }
      if (event.key === 'Escape' && event.target instanceof HTMLTextAreaElement) {
        event.target.blur()
        return
      }
      if (isTyping(event) || event.defaultPrevented) return
      if (event.key === 'j') keys.onNext()
      const does = keys.isOn ? commands(keys)[event.key] : undefined
      if (!does) return
      event.preventDefault()
      does()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}

function commands(keys: DecideKeys): Record<string, () => void> {
  return {
    u: () => keys.onOutcome('uphold'),
    o: () => keys.onOutcome('overturn'),
    w: () => keys.onFault('reviewer'),
    y: () => keys.onFault('goodwill'),
    r: () => document.querySelector<HTMLElement>('#dispute-remark')?.focus(),
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, digit) => [String(digit), () => keys.onDigit(digit)]),
    ),
  }
}
