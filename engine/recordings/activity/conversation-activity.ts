import { joinSpans } from '../../interactions/measures/index.ts'
import type { ConversationActivity, TimeSpan } from '../../interactions/measures/index.ts'
import type { ActivitySpan, Heard, SoundKind } from './types.ts'

type Voice = readonly ActivitySpan[]

/** Whether channels can be sides: two or more that sound, and not one sound twice. */
export function hasSides({ channels, channelsAreAlike }: Heard): boolean {
  return !channelsAreAlike && channels.filter(({ isSilent }) => !isSilent).length >= 2
}

/** The channels that carry somebody: of a mono recording saved as stereo only the one with more speech, since both are everybody's. */
export function voicesOf(heard: Heard): ActivitySpan[][] {
  const { channels, channelsAreAlike } = heard
  const voices = channelsAreAlike
    ? [channels.reduce((most, one) => (one.speechMs > most.speechMs ? one : most))]
    : channels
  return voices.map(({ spans }) => spans)
}

/**
 * Who speaks when, for `measureActivity`. `agentChannel` is the index of the agent's voice; null, or a single voice: it is unknown who
 * speaks. Of more than two voices all but the agent's are the customer's side.
 */
export function conversationActivity(
  voices: readonly Voice[],
  agentChannel: number | null,
): ConversationActivity {
  const music = joinSpans(voices.flatMap((voice) => spansOf(voice, 'music')))
  const agent = agentChannel === null ? undefined : voices[agentChannel]
  if (agent === undefined || voices.length < 2)
    return { music, anyone: joinSpans(voices.flatMap((voice) => spansOf(voice, 'speech'))) }
  return {
    music,
    agent: spansOf(agent, 'speech'),
    customer: joinSpans(
      voices.filter((voice) => voice !== agent).flatMap((voice) => spansOf(voice, 'speech')),
    ),
  }
}

function spansOf(voice: Voice, kind: SoundKind): TimeSpan[] {
  return voice.filter((span) => span.kind === kind).map(({ startMs, endMs }) => ({ startMs, endMs }))
}
