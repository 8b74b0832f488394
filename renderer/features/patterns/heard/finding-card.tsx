import type { ReactNode } from 'react'
import classes from './finding-card.module.css'

/** One finding: what it is about, its sentence, the drawn figures, the conversations. */
export function FindingCard({
  title,
  sentence,
  children,
}: {
  title: string
  sentence: string
  children: ReactNode
}) {
  return (
    <article className={classes.card} aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <p className={classes.sentence}>{sentence}</p>
      {children}
    </article>
  )
}

/** Something that was looked for and shows nothing: one line. */
export function QuietLines({
  title,
  lines,
}: {
  title: string
  lines: { title: string; sentence: string }[]
}) {
  if (lines.length === 0) return null
  return (
    <div className={classes.quiet}>
      <h3 className={classes.quietTitle}>{title}</h3>
      <dl>
        {lines.map((line) => (
          <div key={line.title}>
            <dt>{line.title}</dt>
            <dd>{line.sentence}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** What a finding needs and does not have, or that nothing was found. */
export function Note({ children }: { children: ReactNode }) {
  return <p className={classes.note}>{children}</p>
}
