import { joinSpans } from '../../interactions/measures/index.ts'
import type { ConversationActivity, TimeSpan } from '../../interactions/measures/index.ts'
import type { Heard, HeardChannel, SoundKind } from './types.ts'

/**
 * Who speaks when, for `measureActivity`. `agentChannel` is the index of the agent's channel; null, or a recording whose channels
 * carry one sound: it is unknown who speaks, and the channel with more speech is taken where they are alike. Of more than two
 * channels all but the agent's are the customer's side.
 */
export function conversationActivity(heard: Heard, agentChannel: number | null): ConversationActivity {
  const { channels } = heard
  const music = joinSpans(channels.flatMap((channel) => spansOf(channel, 'music')))
  const agent = agentChannel === null ? undefined : channels[agentChannel]
  if (agent === undefined || channels.length < 2 || heard.channelsAreAlike)
    return {
      music,
      anyone: heard.channelsAreAlike
        ? spansOf(
            channels.reduce((most, one) => (one.speechMs > most.speechMs ? one : most)),
            'speech',
          )
        : joinSpans(channels.flatMap((channel) => spansOf(channel, 'speech'))),
    }
  const others = channels.filter((channel) => channel !== agent)
  return {
    music,
    agent: spansOf(agent, 'speech'),
    customer: joinSpans(others.flatMap((channel) => spansOf(channel, 'speech'))),
  }
}

function spansOf(channel: HeardChannel, kind: SoundKind): TimeSpan[] {
  return channel.spans.filter((span) => span.kind === kind).map(({ startMs, endMs }) => ({ startMs, endMs }))
}
