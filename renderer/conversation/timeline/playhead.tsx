import { useEffect, useRef } from 'react'
import type { Sound } from '../../app/sound/sound.ts'
import { useSoundState } from '../sound/use-sound.ts'
import type { TimelineLayout } from './timeline-layout.ts'

interface PlayheadProps {
  sound: Sound
  layout: TimelineLayout
  x(at: number): number
}

/** Where the sound is. Moved past React, sixty times a second. */
export function Playhead({ sound, layout, x }: PlayheadProps) {
  const line = useRef<SVGGElement>(null)
  useEffect(() => {
    const place = () =>
      line.current?.setAttribute('transform', `translate(${x(sound.store.getState().positionMs)} 0)`)
    place()
    return sound.store.subscribe(place)
  }, [sound, x])
  return (
    <g ref={line} data-testid="playhead" pointerEvents="none">
      <line x1="0" x2="0" y1={12} y2={layout.axisTop} stroke="var(--mantine-color-text)" strokeWidth="1.5" />
      <path d="M-5 8 h10 l-5 7 z" fill="var(--mantine-color-text)" />
    </g>
  )
}

/** The span that is looped, or being drawn, as a band with its ends. */
export function LoopBand({
  sound,
  layout,
  x,
  drawn,
}: PlayheadProps & { drawn: { startMs: number; endMs: number } | null }) {
  const loop = useSoundState(sound, (state) => state.loop)
  const span = drawn ?? loop
  if (!span) return null
  const from = x(span.startMs)
  const to = x(span.endMs)
  return (
    <g pointerEvents="none">
      <rect
        x={from}
        y={layout.agent.top - 4}
        width={Math.max(1, to - from)}
        height={layout.axisTop - layout.agent.top + 4}
        fill="var(--mantine-primary-color-filled)"
        opacity="0.14"
      />
      {[from, to].map((at, end) => (
        <line
          key={end}
          x1={at}
          x2={at}
          y1={layout.agent.top - 4}
          y2={layout.axisTop}
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth="1.5"
        />
      ))}
    </g>
  )
}
