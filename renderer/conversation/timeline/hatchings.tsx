import type { TimelineLayout } from './timeline-layout.ts'

/** The patterns and the curve's gradient, under ids of this drawing. */
export function Hatchings({ id, layout }: { id: string; layout: TimelineLayout }) {
  const { top, height } = layout.curve
  return (
    <defs>
      <Stripes id={`${id}-silence`} colour="var(--neutral)" angle={45} opacity={0.55} />
      <Stripes id={`${id}-hold`} colour="var(--warning)" angle={-45} opacity={0.6} />
      <Stripes id={`${id}-taken-out`} colour="var(--ink-dim)" angle={90} opacity={0.5} />
      <linearGradient
        id={`${id}-curve`}
        x1="0"
        x2="0"
        y1={top}
        y2={top + height}
        gradientUnits="userSpaceOnUse"
      >
        <stop offset="0" stopColor="var(--positive)" />
        <stop offset="0.46" stopColor="var(--positive)" />
        <stop offset="0.5" stopColor="var(--neutral)" />
        <stop offset="0.54" stopColor="var(--negative)" />
        <stop offset="1" stopColor="var(--negative)" />
      </linearGradient>
    </defs>
  )
}

function Stripes(props: { id: string; colour: string; angle: number; opacity: number }) {
  return (
    <pattern
      id={props.id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${props.angle})`}
    >
      <line x1="0" y1="0" x2="0" y2="6" stroke={props.colour} strokeWidth="1.6" opacity={props.opacity} />
    </pattern>
  )
}
