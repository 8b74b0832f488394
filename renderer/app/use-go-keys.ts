import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isTyping } from '../ui/keyboard.ts'
import { views } from './views.ts'

const PAIR_MS = 1200

/** `g` and then a view's letter goes there; `?` asks for help. */
export function useGoKeys(onHelp: () => void): void {
  const navigate = useNavigate()
  useEffect(() => {
    let pressedAt = Number.NEGATIVE_INFINITY
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === '?') return onHelp()
      if (event.key === 'g') {
        pressedAt = event.timeStamp
        return
      }
      const view = views.find(({ key }) => key === event.key)
      if (view && event.timeStamp - pressedAt < PAIR_MS) void navigate({ to: view.to })
      pressedAt = Number.NEGATIVE_INFINITY
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [navigate, onHelp])
}
