import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { HeatCell, PatternDriver } from '../../../../shared/contract/group-patterns.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { orpc } from '../../../app/client.ts'
import { dayOfInstant } from '../../../ui/dates.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { useNow, useTimeZone } from '../../../ui/time.tsx'

const USUAL_DAYS = 56

/** Makes a record of a cell: who owns it, why it is thought to be the process, until when. */
export function KeepFinding({
  cell,
  driver,
  days,
  opened,
  onClose,
}: {
  cell: HeatCell
  driver: PatternDriver
  days: number | undefined
  opened: boolean
  onClose: () => void
}) {
  const today = dayOfInstant(useNow(), useTimeZone())
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [written, setWritten] = useState({
    title: `${driver.label}, ${cell.group.label}`,
    owner: '',
    why: '',
    dueOn: addDays(today, USUAL_DAYS),
  })
  const create = useMutation(
    orpc.systemic.create.mutationOptions({
      onSuccess({ id }) {
        notifyDone(t`Kept as a finding, with the figures as they stand now.`)
        void queryClient.invalidateQueries({ queryKey: orpc.systemic.key() })
        void navigate({ to: '/patterns/findings/$findingId', params: { findingId: id } })
      },
      onError: (error) => notifyFailed(t`The finding was not kept`, error),
    }),
  )
  const isReady = written.title.trim() !== ''
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Keep as a finding`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isReady) return
          const { kind, key } = cell.group
          create.mutate({
            driverId: driver.id,
            group: { kind, key },
            days,
            ...written,
            dueOn: written.dueOn || null,
          })
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            <Trans>
              {cell.sentence} The figures are kept as they stand, with the three worst conversations; from the
              day after, Debrief says whether the difference went away.
            </Trans>
          </Text>
          <TextInput
            label={t`Title`}
            maxLength={500}
            value={written.title}
            onChange={(event) => setWritten({ ...written, title: event.currentTarget.value })}
          />
          <TextInput
            label={t`Owner`}
            placeholder={t`Who sees to it`}
            maxLength={200}
            data-autofocus
            value={written.owner}
            onChange={(event) => setWritten({ ...written, owner: event.currentTarget.value })}
          />
          <Textarea
            label={t`Why it looks like the process`}
            placeholder={t`The script of this team leaves the question out`}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={20_000}
            value={written.why}
            onChange={(event) => setWritten({ ...written, why: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t`Due`}
            w={180}
            value={written.dueOn}
            onChange={(event) => setWritten({ ...written, dueOn: event.currentTarget.value })}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" disabled={!isReady} loading={create.isPending}>
              <Trans>Keep</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
