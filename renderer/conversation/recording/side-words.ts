import type { PlayableRecording } from '../../../shared/contract/recordings.ts'

/** A channel as one hears it: `Left`, `Right`; further ones by number. */
export function sideWords(channel: number | null): string {
  if (channel === null) return 'Neither channel'
  return ['Left', 'Right'][channel] ?? `Channel ${channel + 1}`
}

/** How it is known which channel is the agent's. */
export function basisWords(basis: PlayableRecording['agentChannelBasis']): string {
  switch (basis) {
    case 'told':
      return 'as somebody said'
    case 'metadata':
      return 'as the file says that came with it'
    case 'convention':
      return 'as set for recordings'
    case 'first-speaker':
      return 'found by who speaks first'
    case null:
      return 'how is not known'
  }
}
