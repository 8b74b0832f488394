import { t } from '@lingui/core/macro'
import type { JudgeEstimate, JudgeRun } from '../../../../shared/contract/judge.ts'
import { locale } from '../../../ui/locale.ts'
import { formatNumber } from '../../../ui/format.ts'

/** An amount in its currency; small ones with as many places as it takes to be more than nothing. */
export function moneyWords(amount: number, currency: string): string {
  const places = amount === 0 || amount >= 0.1 ? 2 : 4
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(amount)
}

/** How a batch stands, in a word. */
export const runWords: Record<JudgeRun['state'], string> = {
  queued: t`Waiting`,
  running: t`Running`,
  paused: t`Paused`,
  done: t`Done`,
  stopped: t`Stopped`,
  failed: t`Failed`,
  cancelled: t`Cancelled`,
}

/** What came of a batch. */
export function outcomeWords({ counts }: JudgeRun): string {
  const open = counts.abstained + counts.dropped
  return [
    t`${formatNumber(counts.answered)} answered`,
    open > 0 && t`${formatNumber(open)} left open`,
    counts.refused > 0 && t`${formatNumber(counts.refused)} not sent`,
    counts.failed > 0 && t`${formatNumber(counts.failed)} failed`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

/** How long a batch takes, roughly. */
export function timeWords(seconds: number): string {
  if (seconds < 1) return t`under 1 s`
  if (seconds < 90) return t`${Math.round(seconds)} s`
  if (seconds < 5400) return t`${formatNumber(seconds / 60)} min`
  return t`${formatNumber(seconds / 3600, 1)} h`
}

/** What an estimate rests on. */
export const basisWords: Record<JudgeEstimate['basis'], string> = {
  measured: t`by what requests to this model took so far`,
  assumed: t`by assumption: this model was not measured yet`,
}
