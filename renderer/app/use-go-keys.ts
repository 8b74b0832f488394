import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isTyping } from '../ui/keyboard.ts'
import { orpc } from './client.ts'
import { viewsFor } from './profile/may-see.ts'

const PAIR_MS = 1200

/** `g` and then a view's letter goes there, with `h` it shows data health; `?` asks for help. */
export function useGoKeys(onHelp: () => void, onHealth: () => void): void {
  const navigate = useNavigate()
  const here = useQuery(orpc.profiles.me.queryOptions()).data
  useEffect(() => {
    let pressedAt = Number.NEGATIVE_INFINITY
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === '?') return onHelp()
      if (event.key === 'g') {
        pressedAt = event.timeStamp
        return
      }
      const isPair = event.timeStamp - pressedAt < PAIR_MS
      if (event.key === 'h' && isPair) onHealth()
      const view = viewsFor(here).find(({ key }) => key === event.key)
      if (view && isPair) void navigate({ to: view.to })
      pressedAt = Number.NEGATIVE_INFINITY
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [navigate, onHelp, onHealth, here])
}
