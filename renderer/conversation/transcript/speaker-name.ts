import type { Conversation } from '../../../shared/contract/conversations.ts'

const roleNames = { agent: 'Agent', customer: 'Customer', bot: 'Bot', unknown: 'Speaker' }

/** Labels that name only a part in the conversation, as transcripts write them: `AGENT`, `caller`, `spk_0`, `Speaker 1`. */
const partLabel =
  /^(?:agent|customer|caller|client|bot|system|spk_?\d+|speaker[ _]?\d+|channel[ _]?\d+|ch_?\d+)$/i

/** Who speaks: the transcript's own name, or, where it only names the part, the agent's name and `Customer`. */
export function speakerName(
  segment: Pick<Conversation['segments'][number], 'speaker' | 'role'>,
  agent: Conversation['agent'],
  isOneChannel = false,
): string {
  if (!partLabel.test(segment.speaker.trim())) return segment.speaker
  // On one channel the label names the channel, which is nobody.
  if (segment.role === 'unknown') return isOneChannel ? roleNames.unknown : segment.speaker
  return segment.role === 'agent' && agent ? agent.name : roleNames[segment.role]
}
