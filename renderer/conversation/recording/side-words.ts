import { t } from '@lingui/core/macro'
import type { PlayableRecording } from '../../../shared/contract/recordings.ts'

/** A channel as one hears it: `Left`, `Right`; further ones by number. */
export function sideWords(channel: number | null): string {
  if (channel === null) return t`Neither channel`
  return [t`Left`, t`Right`][channel] ?? t`Channel ${channel + 1}`
}

/** How it is known which channel is the agent's. */
export function basisWords(basis: PlayableRecording['agentChannelBasis']): string {
  switch (basis) {
    case 'told':
      return t`as somebody said`
    case 'metadata':
      return t`as the file says that came with it`
    case 'convention':
      return t`as set for recordings`
    case 'first-speaker':
      return t`found by who speaks first`
    case null:
      return t`how is not known`
  }
}
