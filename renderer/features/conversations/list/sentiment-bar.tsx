import { compoundName, moodWords, compoundWords } from '../../../conversation/words.ts'

/** The customer's closing sentiment as a bar to the left or right of neutral, with its figure beside it. */
export function SentimentBar({ value }: { value: number }) {
  const name = compoundName(value)
  const width = Math.abs(value) * 30
  return (
    <>
      <svg viewBox="0 0 64 12" width="100%" height="12" preserveAspectRatio="none" aria-hidden>
        <line x1="2" x2="62" y1="6" y2="6" stroke="var(--line-strong)" />
        <line x1="32" x2="32" y1="1" y2="11" stroke="var(--neutral)" />
        <rect
          x={value < 0 ? 32 - width : 32}
          y="3"
          width={Math.max(1, width)}
          height="6"
          fill={
            name === 'negative'
              ? 'var(--negative)'
              : name === 'positive'
                ? 'var(--positive)'
                : 'var(--neutral)'
          }
        />
      </svg>
      <span style={{ textAlign: 'right' }}>
        <span className="visually-hidden">{moodWords[name]} </span>
        {compoundWords(value)}
      </span>
    </>
  )
}
