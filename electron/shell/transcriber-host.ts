import { utilityProcess, type UtilityProcess } from 'electron'
import { constants, setPriority } from 'node:os'
import type { ChildAnswer, ChildOrder } from '../engine-messages.ts'

const KEPT_CHARACTERS = 2000

/** The processes that transcribe, from main's side: it starts and ends them as the engine asks, and carries the words between. */
export function transcriberHost(
  modulePath: string,
  say: (order: ChildOrder) => void,
): { take(answer: ChildAnswer): void; endAll(): void } {
  const children = new Map<number, UtilityProcess>()

  function start(child: number): void {
    const own = utilityProcess.fork(modulePath, [], {
      serviceName: 'Debrief transcriber',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    children.set(child, own)
    let lines = ''
    own.stderr?.on('data', (text: Buffer) => {
      lines = (lines + text.toString('utf8')).slice(-KEPT_CHARACTERS)
    })
    own.on('spawn', () => lowerPriority(own.pid))
    own.on('message', (word) => say({ type: 'child-word', child, word }))
    own.on('exit', () => {
      children.delete(child)
      say({ type: 'child-ended', child, lastLines: lines })
    })
  }
  return {
    take(answer) {
      if (answer.type === 'child-start') return start(answer.child)
      const own = children.get(answer.child)
      if (!own) return
      if (answer.type === 'child-order') own.postMessage(answer.order)
      else end(own)
    },
    endAll() {
      for (const own of children.values()) end(own)
      children.clear()
    },
  }
}

/** Below everything else, so that the window stays usable while words are made. */
function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // where that is not allowed it runs as everything else does
  }
}

/** At once: native code listens to nothing else. */
function end(child: UtilityProcess): void {
  try {
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    else child.kill()
  } catch {
    // it ended by itself
  }
}
