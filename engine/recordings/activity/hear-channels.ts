import { callTones } from './call-tones.ts'
import { crosstalkFrames } from './crosstalk.ts'
import { flagRuns, runsOf } from './frame-runs.ts'
import type { Run } from './frame-runs.ts'
import { frameMs, levelDb } from './levels.ts'
import { musicRuns } from './music.ts'
import { createSlidingHistogram } from './sliding-histogram.ts'
import { smoothLevels, speechThresholds } from './speech-thresholds.ts'
import { speechRuns } from './speech-runs.ts'
import { steadyFrames } from './steady-noise.ts'
import type { ActivitySpan, ChannelTrace, HeardChannel, SoundKind } from './types.ts'

const silentDbfs = -70
const toneEdgeFrames = 6
const kinds = [null, 'speech', 'ring-tone', 'music'] as const satisfies readonly (SoundKind | null)[]

/**
 * What is heard on each channel, from its trace. With two channels that are not the same sound, what leaks from one into the other
 * is not speech there; `leaks` says where it does. `durationMs` ends the last span.
 */
export function hearChannels(
  traces: readonly ChannelTrace[],
  durationMs: number,
  channelsAreAlike: boolean,
): { channels: HeardChannel[]; leaks: boolean[] } {
  const tracks = traces.map(({ levels }) => {
    const smoothed = smoothLevels(levels)
    return { smoothed, thresholds: speechThresholds(smoothed) }
  })
  const leaks = tracks.map((track, at) =>
    tracks.length === 2 && !channelsAreAlike ? crosstalkFrames(track, tracks[1 - at]!) : null,
  )
  const channels = traces.map((trace, at): HeardChannel => {
    const { smoothed, thresholds } = tracks[at]!
    const loudestDbfs = levelDb(trace.levels.reduce((most, level) => Math.max(most, level), 0))
    const isSilent = loudestDbfs < silentDbfs
    const spans = isSilent ? [] : soundsOf(trace, smoothed, thresholds, leaks[at] ?? null, durationMs)
    return {
      spans,
      speechMs: spans.reduce(
        (sum, { kind, startMs, endMs }) => sum + (kind === 'speech' ? endMs - startMs : 0),
        0,
      ),
      loudestDbfs,
      noiseFloorDbfs: levelDb(medianOf(thresholds.floor)),
      dcOffset: trace.dcOffset,
      isSilent,
    }
  })
  return { channels, leaks: leaks.map((flags) => flags !== null) }
}

function soundsOf(
  trace: ChannelTrace,
  smoothed: Uint8Array,
  thresholds: ReturnType<typeof speechThresholds>,
  leak: Uint8Array | null,
  durationMs: number,
): ActivitySpan[] {
  const excluded = steadyFrames(smoothed)
  if (leak !== null) for (let at = 0; at < excluded.length; at++) if (leak[at] === 1) excluded[at] = 1
  const tones = callTones(trace, smoothed)
  const toneFlags = new Uint8Array(smoothed.length)
  flagRuns(toneFlags, tones, toneEdgeFrames)
  const music = musicRuns(trace, smoothed, thresholds, toneFlags)
  flagRuns(excluded, runsOf(toneFlags), 0)
  flagRuns(excluded, music, 0)
  return asSpans([speechRuns(smoothed, thresholds, excluded), tones, music], smoothed.length, durationMs)
}

/** Runs of the three kinds as spans; where two claim a frame, the later kind has it. */
function asSpans(byKind: readonly (readonly Run[])[], frames: number, durationMs: number): ActivitySpan[] {
  const kindOf = new Uint8Array(frames)
  byKind.forEach((runs, at) => {
    for (const { start, end } of runs) kindOf.fill(at + 1, start, end)
  })
  const spans: ActivitySpan[] = []
  for (let at = 0; at < frames; at++) {
    const kind = kinds[kindOf[at]!]!
    if (kind === null) continue
    const start = at
    while (at + 1 < frames && kindOf[at + 1] === kindOf[start]) at++
    spans.push({ kind, startMs: start * frameMs, endMs: Math.min((at + 1) * frameMs, durationMs) })
  }
  return spans
}

function medianOf(bytes: Uint8Array): number {
  const histogram = createSlidingHistogram(bytes)
  histogram.move(0, bytes.length)
  return histogram.percentile(0.5)
}
