import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, NumberInput, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { AgentPage, AssessedDriver } from '../../../shared/contract/coaching.ts'
import classes from './weight-pin.module.css'
import type { CoachingActions } from './use-coaching-actions.ts'
import { weightStep } from './words.ts'

/** Sets what a driver is worth by hand, for everybody, or hands it back to the measurement. */
export function WeightPin({
  driver,
  outcome,
  coaching,
}: {
  driver: AssessedDriver
  outcome: AgentPage['outcome']
  coaching: CoachingActions
}) {
  const [isOpen, { toggle, close, open }] = useDisclosure(false)
  const step = weightStep(driver.unit)
  const factor = step.size * 100
  const [points, setPoints] = useState<number | string>(Number((driver.weight.value * factor).toFixed(2)))
  const isPinned = driver.weight.basis === 'pinned'
  const before = isPinned ? driver.weight.value : null
  const pin = (value: number | null) => {
    coaching.pin(driver.driver.id, driver.driver.label, value, before)
    close()
  }
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? open() : close())}
      width={320}
      position="top"
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton className={classes.trigger} onClick={toggle}>
          {isPinned ? t`Change the pin` : t`Set by hand`}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (typeof points === 'number') pin(points / factor)
          }}
        >
          <Stack gap="sm">
            <NumberInput
              label={t`${outcome.label} points (of 100) for ${step.label}`}
              description={t`Applies to every agent, marked as pinned`}
              decimalScale={2}
              step={0.5}
              value={points}
              onChange={setPoints}
              data-autofocus
            />
            <Group gap={8}>
              <Button type="submit" disabled={typeof points !== 'number'}>
                <Trans>Pin this weight</Trans>
              </Button>
              {isPinned && (
                <Button variant="default" onClick={() => pin(null)}>
                  <Trans>Measure it again</Trans>
                </Button>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              <Trans>At or below zero the driver gives no action.</Trans>
            </Text>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
