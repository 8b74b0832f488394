import type { CurrentEngine } from '../engine/current-engine.ts'
import type { Work } from './engine-messages.ts'
import { workLines } from './plain/work-words.ts'

/** How often it is looked at while somebody wants to know. */
const PAUSE_MS = 1500

/** What is watched and done in the workspace that is open; nothing of one that is locked. */
function workOf(current: CurrentEngine | null): Work {
  const context = current?.engine().context
  if (!context || context.locked) return { watch: null, lines: [] }
  const { folder, isPaused } = context.watching.state()
  return { watch: folder === null ? null : { isPaused }, lines: workLines(context.jobs.list()) }
}

/** Tells what is watched and done, whenever that is something else, for as long as somebody wants to know. */
export function workFollower(
  current: () => CurrentEngine | null,
  tell: (work: Work) => void,
): { follow(isWanted: boolean): void; lookNow(): void } {
  let timer: NodeJS.Timeout | undefined
  let told = ''
  const lookNow = () => {
    const work = workOf(current())
    const text = JSON.stringify(work)
    if (timer !== undefined && text !== told) tell(work)
    told = text
  }
  return {
    follow(isWanted) {
      clearInterval(timer)
      timer = isWanted ? setInterval(lookNow, PAUSE_MS) : undefined
      timer?.unref()
      told = ''
      lookNow()
    },
    lookNow,
  }
}
