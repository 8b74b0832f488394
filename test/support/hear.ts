import { createListener } from '../../engine/recordings/activity/index.ts'
import type { Heard } from '../../engine/recordings/activity/index.ts'

/** Feeds whole channels to a listener in blocks of the given size. */
export function hear(sampleRate: number, channels: readonly Float32Array[], blockSize = 4096): Heard {
  const listener = createListener({ sampleRate, channelCount: channels.length, durationMs: null })
  const length = channels[0]?.length ?? 0
  for (let at = 0; at < length; at += blockSize)
    listener.push({ channels: channels.map((channel) => channel.subarray(at, at + blockSize)) })
  return listener.finish()
}
