import { IconAlertTriangle } from '@tabler/icons-react'
import { withLocalDays } from '../../ui/dates.ts'
import classes from './missing-note.module.css'

/** What a section lacks of this agent, so that an empty or old figure does not read as good news. */
export function MissingNote({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null
  return (
    <p className={classes.missing}>
      <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
      <span>{withLocalDays(sentence)}</span>
    </p>
  )
}
