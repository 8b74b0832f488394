import { faultOfLines } from '../../shared/domain/fault.ts'
import { writeCrashReport } from './crash-reports.ts'
import type { Log } from './log-event.ts'

interface Child {
  onExit(listener: (lastLines: string) => void): void
  kill(): void
}

/** Starts children as `start` does, and keeps a report of each that ends without having been ended. */
export function watchedChildren<Started extends Child>(
  { workspaceDir, log }: { workspaceDir: string; log: Log },
  start: () => Started,
): () => Started {
  return () => {
    const child = start()
    let isEnded = false
    let listener: ((lastLines: string) => void) | undefined
    child.onExit((lastLines) => {
      if (!isEnded) {
        const fault = faultOfLines(lastLines)
        const incidentId = writeCrashReport(workspaceDir, {
          where: 'transcriber',
          how: fault.frames.length > 0 ? 'thrown' : 'ended',
          fault: fault.frames.length > 0 ? fault : null,
          pid: null,
        })
        log({ event: 'crashed', incidentId, where: 'transcriber' })
      }
      listener?.(lastLines)
    })
    return {
      ...child,
      onExit(listen) {
        listener = listen
      },
      kill() {
        isEnded = true
        child.kill()
      },
    }
  }
}
