import { Trans } from '@lingui/react/macro'
import { Badge } from '@mantine/core'
import type { NextSession } from '../../../../shared/contract/coaching-board.ts'
import { Instant } from '../../../ui/time.tsx'
import { LineLink } from './line-link.tsx'
import classes from './lists.module.css'
import { PrepareNext } from './prepare-next.tsx'

/** A next date in a list of sessions to come; it leads to the session it was set in. */
export function NextLine({ next }: { next: NextSession }) {
  const { people, focus, sessionId, at } = next
  return (
    <li className={classes.line}>
      <LineLink sessionId={sessionId} people={people} focus={focus} />
      <span className={classes.side}>
        <Instant at={at} show="day" />
        <Badge variant="default" tt="none">
          <Trans>planned, nothing prepared yet</Trans>
        </Badge>
        <PrepareNext next={next} />
      </span>
    </li>
  )
}
