import type { Verdict } from '../verdict.tsx'

/** A small flag that stands on the lanes: met, not met or without verdict, by colour and by shape. */
export function EvidenceFlag({ x, foot, verdict }: { x: number; foot: number; verdict: Verdict }) {
  const colour = verdict === 'fail' ? 'var(--fail)' : verdict === 'pass' ? 'var(--pass)' : 'var(--abstain)'
  return (
    <g transform={`translate(${x} 2)`}>
      <line x1="0" x2="0" y1="8" y2={foot} stroke={colour} strokeWidth="1.5" />
      <circle cx="0" cy="7" r="7" fill={colour} />
      <path
        d={
          verdict === 'fail'
            ? 'M-2.6 4.4 L2.6 9.6 M2.6 4.4 L-2.6 9.6'
            : verdict === 'pass'
              ? 'M-3.2 7.2 L-0.8 9.6 L3.2 4.6'
              : 'M-2.8 7 L2.8 7'
        }
        stroke="var(--mantine-color-body)"
        strokeWidth="1.8"
        fill="none"
        strokeLinecap="round"
      />
    </g>
  )
}
