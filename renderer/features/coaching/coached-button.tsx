import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Popover, Stack, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AssessedDriver } from '../../../shared/contract/coaching.ts'
import { dayOfInstant, formatRelativeDay } from '../../ui/dates.ts'
import { useNow, useTimeZone } from '../../ui/time.tsx'
import type { CoachingActions } from './use-coaching-actions.ts'

/** Records that this was talked about today, with a note if one likes. */
export function CoachedButton({
  action,
  coaching,
  hasKey,
}: {
  action: AssessedDriver
  coaching: CoachingActions
  hasKey: boolean
}) {
  const [isOpen, { open, close, toggle }] = useDisclosure(false)
  const [note, setNote] = useState('')
  const timeZone = useTimeZone()
  const now = useNow()
  const { driver, coachedAt } = action
  const isToday = coachedAt !== null && dayOfInstant(coachedAt, timeZone) === dayOfInstant(now, timeZone)
  if (isToday)
    return (
      <Button variant="light" color="green" leftSection={<IconCheck size={15} aria-hidden />} disabled>
        <Trans>Coached today</Trans>
      </Button>
    )
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? open() : close())}
      width={320}
      position="top-start"
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCheck size={15} aria-hidden />}
          onClick={toggle}
          data-key={hasKey ? 'coached' : undefined}
        >
          {coachedAt === null
            ? t`Coached today`
            : t`Coached again (last ${formatRelativeDay(coachedAt, now, timeZone)})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            coaching.mark(driver.id, driver.label, note.trim())
            setNote('')
            close()
          }}
        >
          <Stack gap="sm">
            <Textarea
              label={t`What was agreed`}
              description={t`Optional; stays on this computer`}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              data-autofocus
            />
            <Button type="submit" loading={coaching.isMarking}>
              <Trans>Mark as coached today</Trans>
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
