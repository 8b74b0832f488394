import type { ReactNode } from 'react'
import type { ConversationGroup, PatternDriver } from '../../../../shared/contract/group-patterns.ts'
import classes from '../patterns.module.css'
import { numberName, useNumbers } from './opened.ts'

/** A number that opens the conversations it is made of; as plain text where the driver has none. */
export function NumberButton({
  driver,
  group,
  says,
  children,
}: {
  driver: PatternDriver
  group: ConversationGroup
  /** Whose number it is: read before the number. */
  says: string
  children: ReactNode
}) {
  const { opened, open } = useNumbers()
  if (driver.kind === 'workforce') return <>{children}</>
  const number = { driverId: driver.id, group }
  const name = numberName(number)
  return (
    <button
      type="button"
      className={classes.number}
      data-number={name}
      aria-expanded={opened !== null && numberName(opened) === name}
      onClick={() => open(number)}
    >
      <span className={classes.unseen}>{says}: </span>
      {children}
    </button>
  )
}
