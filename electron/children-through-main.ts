import type { ChildStarter, ChildWord } from '../engine/transcription-child.ts'
import type { ChildOrder, EngineAnswer } from './engine-messages.ts'

interface Listeners {
  onWord?(word: ChildWord): void
  onExit?(lastLines: string): void
}

/**
 * Processes that transcribe, as the engine's process sees them: it cannot start any itself, since the packaged app is no Node, so main
 * starts them and carries the words between. `take` is given what main says of them.
 */
export function childrenThroughMain(answer: (answer: EngineAnswer) => void): {
  start: ChildStarter
  take(order: ChildOrder): void
} {
  const children = new Map<number, Listeners>()
  let started = 0
  return {
    start() {
      const child = ++started
      const listeners: Listeners = {}
      children.set(child, listeners)
      answer({ type: 'child-start', child })
      return {
        say: (order) => answer({ type: 'child-order', child, order }),
        onWord(listen) {
          listeners.onWord = listen
        },
        onExit(listen) {
          listeners.onExit = listen
        },
        kill: () => answer({ type: 'child-kill', child }),
      }
    },
    take(order) {
      const listeners = children.get(order.child)
      if (order.type === 'child-word') return listeners?.onWord?.(order.word)
      children.delete(order.child)
      listeners?.onExit?.(order.lastLines)
    },
  }
}
