import { t } from '@lingui/core/macro'
import type { Conversation } from '../../../shared/contract/conversations.ts'

export const roleNames = { agent: t`Agent`, customer: t`Customer`, bot: t`Bot`, unknown: t`Speaker` }

/** Labels that name only a part in the conversation, as transcripts write them: `AGENT`, `caller`, `spk_0`, `Speaker 1`, `0`. */
const partLabel =
  /^(?:agent|customer|caller|client|bot|system|spk_?\d+|speaker[ _]?\d+|channel[ _]?\d+|ch_?\d+|\d{1,3})$/i

/** A label that is a number and nothing else; it does not read as a speaker by itself. */
const bareNumber = /^\d+$/

/** Who speaks: the transcript's own name, or, where it only names the part, the agent's name and `Customer`. */
export function speakerName(
  segment: Pick<Conversation['segments'][number], 'speaker' | 'role'>,
  agent: Conversation['agent'],
  isOneChannel = false,
): string {
  if (!partLabel.test(segment.speaker.trim())) return segment.speaker
  // On one channel the label names the channel, which is nobody.
  if (segment.role === 'unknown') return isOneChannel ? roleNames.unknown : labelWords(segment.speaker.trim())
  return segment.role === 'agent' && agent ? agent.name : roleNames[segment.role]
}

function labelWords(label: string): string {
  return bareNumber.test(label) ? `${roleNames.unknown} ${label}` : label
}
