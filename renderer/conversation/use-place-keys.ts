import { useEffect } from 'react'
import type { Conversation } from '../../shared/contract/conversations.ts'
import { isTyping } from '../ui/keyboard.ts'
import { momentsOf } from './moments/moments.ts'

/** `j` and `k` go a turn on and back, `n` and `p` a moment. */
export function usePlaceKeys(
  conversation: Pick<Conversation, 'segments' | 'marks'>,
  selectedSegment: number | null,
  go: (segment: number, questionId?: string | null) => void,
): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return
      const { segments } = conversation
      const here = segments.findIndex(({ index }) => index === selectedSegment)
      if (event.key === 'j' || event.key === 'k') {
        const step = event.key === 'j' ? 1 : -1
        const next = segments[Math.min(segments.length - 1, Math.max(0, here + step))]
        if (next) go(next.index)
      }
      if (event.key === 'n' || event.key === 'p') {
        const places = momentsOf(conversation).filter(({ segment }) => segment !== null)
        const at = selectedSegment ?? -1
        const moment =
          event.key === 'n'
            ? places.find(({ segment }) => (segment ?? 0) > at)
            : places.findLast(({ segment }) => (segment ?? 0) < at)
        if (moment) go(moment.segment ?? 0, moment.mark.questionId)
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [conversation, selectedSegment, go])
}
