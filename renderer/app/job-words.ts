import { t } from '@lingui/core/macro'
/** The time a job still takes, roughly as one would say it; empty until it can be told. */
export function secondsLeftSentence(secondsLeft: number | null): string {
  if (secondsLeft === null) return ''
  if (secondsLeft < 5) return t`almost done`
  if (secondsLeft < 55) return t`about ${Math.ceil(secondsLeft / 5) * 5} seconds left`
  const minutes = Math.round(secondsLeft / 60)
  return minutes < 90 ? t`about ${minutes} min left` : t`about ${Math.round(minutes / 60)} hours left`
}
