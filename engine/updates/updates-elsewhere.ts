import { t } from '#speech'
import { Problem } from '../problem.ts'
import type { UpdateService } from './update-service.ts'

const refuse = (): never => {
  throw new Problem(
    'UNSUPPORTED',
    t`This Debrief was not installed: whatever it came with (npm or git) brings it up to date. Nothing was changed.`,
  )
}

/** Of a Debrief that was not installed: updates are those of npm or git, and nobody is asked. */
export function updatesElsewhere(version: string): UpdateService {
  return {
    state: () => ({
      version,
      off: 'not-installed',
      feed: null,
      isFeedGiven: false,
      isAutomatic: false,
      installsItself: false,
      phase: 'idle',
      found: null,
      checkedAt: null,
      problem: null,
    }),
    choose: refuse,
    check: async () => refuse(),
    fetch: refuse,
    install: refuse,
    close() {},
  }
}
