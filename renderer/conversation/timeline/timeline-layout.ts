import { t } from '@lingui/core/macro'
import type { PlayableRecording } from '../../../shared/contract/recordings.ts'

export const gutter = 76
export const rightMargin = 12

interface Row {
  top: number
  height: number
}

/** A channel's waveform: which, where on the drawing, and in whose colour. */
interface WaveRow extends Row {
  channel: number
  colour: string
}

/** Where everything stands on the timeline, in pixels from its top. */
export interface TimelineLayout {
  agent: Row
  customer: Row
  laneNames: { text: string; y: number }[]
  waves: WaveRow[]
  lanesBottom: number
  /** Null without sound. */
  pace: Row | null
  curve: Row
  axisTop: number
  height: number
}

const lanesTop = 22

/** Pace needs words. Turns only, as before there is sound; two waveforms in their speakers' lanes; or one between the lanes. */
export function timelineLayout(
  recording: Pick<PlayableRecording, 'channelCount' | 'agentChannel'> | null,
  hasWords = true,
): TimelineLayout {
  if (!recording) {
    return below({
      agent: { top: lanesTop, height: 20 },
      customer: { top: 46, height: 20 },
      laneNames: [
        { text: t`Agent`, y: 36 },
        { text: t`Customer`, y: 60 },
      ],
      waves: [],
      hasPace: false,
    })
  }
  if (recording.channelCount < 2) {
    return below({
      agent: { top: lanesTop, height: 12 },
      customer: { top: 84, height: 12 },
      laneNames: [
        { text: t`Agent`, y: 32 },
        { text: t`Sound`, y: 63 },
        { text: t`Customer`, y: 94 },
      ],
      waves: [{ channel: 0, top: 36, height: 46, colour: 'var(--ink-dim)' }],
      hasPace: hasWords,
    })
  }
  const agent = { top: lanesTop, height: 40 }
  const customer = { top: 66, height: 40 }
  const isTold = recording.agentChannel !== null
  const first = recording.agentChannel ?? 0
  return below({
    agent,
    customer,
    laneNames: [
      { text: isTold ? t`Agent` : t`Left`, y: 46 },
      { text: isTold ? t`Customer` : t`Right`, y: 90 },
    ],
    waves: [
      { ...agent, channel: first, colour: isTold ? 'var(--agent)' : 'var(--ink-dim)' },
      { ...customer, channel: first === 0 ? 1 : 0, colour: isTold ? 'var(--customer)' : 'var(--ink-dim)' },
    ],
    hasPace: hasWords,
  })
}

function below(
  lanes: Pick<TimelineLayout, 'agent' | 'customer' | 'laneNames' | 'waves'> & { hasPace: boolean },
): TimelineLayout {
  const { hasPace, ...rows } = lanes
  const lanesBottom = rows.customer.top + rows.customer.height
  const pace = hasPace ? { top: lanesBottom + 6, height: 18 } : null
  const curve = {
    top: (pace ? pace.top + pace.height : lanesBottom) + (hasPace ? 8 : 16),
    height: hasPace ? 48 : 64,
  }
  const axisTop = curve.top + curve.height + 6
  return { ...rows, lanesBottom, pace, curve, axisTop, height: axisTop + 18 }
}
