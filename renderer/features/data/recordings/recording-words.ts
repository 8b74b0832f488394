import { plural, t } from '@lingui/core/macro'
import type { Job } from '../../../../shared/contract/jobs.ts'
import type { Recording, RecordingOutcome } from '../../../../shared/contract/recordings.ts'
import { formatNumber } from '../../../ui/format.ts'

/** Which recordings the list shows. */
export const recordingFilters = {
  all: t`All`,
  'without-words': t`Without words`,
  problem: t`With a problem`,
} as const
export type RecordingFilter = keyof typeof recordingFilters

export function fits(recording: Recording, filter: RecordingFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'without-words':
      return recording.transcription === null && !recording.hasOtherWords
    case 'problem':
      return recording.isMissing || recording.problem !== null
  }
}

/** How far a recording has come, with the tone it is said in. */
export function standingOf(recording: Recording): {
  label: string
  tone: 'red' | 'amber' | 'green' | 'gray'
} {
  if (recording.isMissing) return { label: t`File is gone`, tone: 'amber' }
  if (recording.problem !== null) return { label: t`Problem`, tone: 'red' }
  if (recording.transcription !== null) return { label: t`Transcribed`, tone: 'green' }
  if (recording.hasOtherWords) return { label: t`Words from a transcript`, tone: 'green' }
  return recording.isHeard
    ? { label: t`Heard, no words`, tone: 'gray' }
    : { label: t`Not heard yet`, tone: 'gray' }
}

const kindNames = {
  call: t`Call`,
  'video-meeting': t`Video meeting`,
  'field-visit': t`Field visit`,
  talk: t`Talk`,
} as const

export function recordingKindWords(kind: Recording['kind']): string {
  return kind === null ? t`Recording` : kindNames[kind]
}

/** What a transcription came to, in a sentence or three. */
export function outcomeSentence(outcomes: readonly RecordingOutcome[], state: Job['state']): string {
  const count = (wanted: RecordingOutcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length
  const parts = [t`${plural(count('done'), { one: '# recording', other: '# recordings' })} transcribed`]
  if (count('unchanged') > 0) parts.push(t`${formatNumber(count('unchanged'))} had their words already`)
  if (count('failed') > 0) parts.push(t`${formatNumber(count('failed'))} failed`)
  if (state === 'cancelled') parts.push(t`then it was cancelled`)
  const left = outcomes.reduce(
    (sum, { discarded }) => sum + discarded.silent + discarded.improbable + discarded.repeated,
    0,
  )
  const about =
    left === 0
      ? ''
      : t` ${plural(left, { one: '# piece of text was', other: '# pieces of text were' })} left out as heard over silence, a mere guess, or repeated.`
  return `${parts.join(', ')}.${about}`
}
