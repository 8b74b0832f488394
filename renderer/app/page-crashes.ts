import { faultOf } from '../../shared/domain/fault.ts'
import { client } from './client.ts'

const LONG_TASK_MS = 500
const TELL_EVERY_MS = 10_000
const MOST_REPORTS = 5

let reports = 0

/** Keeps on this computer that the page met an error nobody caught: its class and place, never its message. */
export function reportPageCrash(thrown: unknown): void {
  // an error at every stroke must not push all other reports out
  if (++reports > MOST_REPORTS) return
  void client.diagnostics.pageCrashed({ fault: faultOf(thrown) }).catch(() => {})
}

/** Looks for errors nobody catches and for long times in which the page answers nothing. */
export function watchPage(): void {
  window.addEventListener('error', ({ error }: ErrorEvent) => reportPageCrash(error))
  window.addEventListener('unhandledrejection', ({ reason }) => reportPageCrash(reason))
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return
  let toldAt = -TELL_EVERY_MS
  new PerformanceObserver((list) => {
    const ms = Math.round(Math.max(...list.getEntries().map(({ duration }) => duration)))
    if (ms < LONG_TASK_MS || performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    void client.diagnostics.pageStalled({ ms }).catch(() => {})
  }).observe({ type: 'longtask' })
}
