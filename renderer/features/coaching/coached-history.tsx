import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import type { CoachedMark } from '../../../shared/contract/coaching.ts'
import { dayOfInstant } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { Instant, useNow, useTimeZone } from '../../ui/time.tsx'
import classes from './coached-history.module.css'

/** What was coached when, newest first; today's marks can be taken back. */
export function CoachedHistory({
  coached,
  onUndo,
}: {
  coached: CoachedMark[]
  onUndo: (id: number) => void
}) {
  const timeZone = useTimeZone()
  const today = dayOfInstant(useNow(), timeZone)
  return (
    <Section title={t`Coached so far`}>
      {coached.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>Nothing yet. “Coached today” on an action puts it here, with what was agreed.</Trans>
        </Text>
      ) : (
        <ol className={classes.list}>
          {coached
            .toSorted((a, b) => b.at - a.at)
            .map((mark) => (
              <li key={mark.id}>
                <div className={classes.head}>
                  <span className={classes.label}>{mark.driverLabel}</span>
                  <span className={classes.when}>
                    <Instant at={mark.at} show="relative" />
                  </span>
                  {dayOfInstant(mark.at, timeZone) === today && (
                    <Button
                      variant="subtle"
                      color="gray"
                      size="compact-xs"
                      aria-label={t`Take back: ${mark.driverLabel}`}
                      onClick={() => onUndo(mark.id)}
                    >
                      <Trans>Undo</Trans>
                    </Button>
                  )}
                </div>
                {mark.note && <p className={classes.note}>{mark.note}</p>}
              </li>
            ))}
        </ol>
      )}
    </Section>
  )
}
