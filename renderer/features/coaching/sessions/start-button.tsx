import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlayerPlay } from '@tabler/icons-react'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'
import { dayOfInstant, formatDay } from '../../../ui/dates.ts'
import { useTimeZone } from '../../../ui/time.tsx'
import type { SessionActions } from './use-session.ts'

/** Starts a session; one that is planned for another day asks first, since its time and its effect count from the start. */
export function StartButton({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const [isAsking, { open, close }] = useDisclosure(false)
  const timeZone = useTimeZone()
  const { id, plannedAt } = session
  const plannedOn = plannedAt === null ? null : dayOfInstant(plannedAt, timeZone)
  const start = () => {
    close()
    void actions.act(() => client.sessions.start({ id }), t`The session was not started`)
  }
  return (
    <>
      <Button
        leftSection={<IconPlayerPlay size={15} aria-hidden />}
        loading={actions.isBusy}
        data-key="start"
        onClick={() => {
          const today = dayOfInstant(Date.now(), timeZone)
          if (plannedOn === null || plannedOn === today) start()
          else open()
        }}
      >
        <Trans>Start session</Trans>
      </Button>
      {plannedOn !== null && (
        <Modal
          opened={isAsking}
          onClose={close}
          title={t`Start now?`}
          closeButtonProps={{ 'aria-label': t`Close` }}
          centered
        >
          <Stack gap="sm">
            <Text size="sm">
              <Trans>
                This session is planned for {formatDay(plannedOn, 'weekday')}. Started now, it counts as held
                today.
              </Trans>
            </Text>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                <Trans>Not now</Trans>
              </Button>
              <Button data-autofocus onClick={start}>
                <Trans>Start now</Trans>
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  )
}
