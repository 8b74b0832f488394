import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { HoldSubject } from '../../shared/contract/privacy.ts'
import { useHold } from './use-hold.ts'

/** Asks why something is put under legal hold, and does it. */
export function HoldModal({ subject, onClose }: { subject: HoldSubject; onClose: () => void }) {
  const [why, setWhy] = useState('')
  const hold = useHold(onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    hold.mutate({ subject, why: why.trim() })
  }
  return (
    <Modal
      opened
      title={t`Put under legal hold`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">
            <Trans>
              Nobody and nothing deletes it, not the clocks of the policy either, until the hold is lifted. It
              stands under Settings, Privacy.
            </Trans>
          </Text>
          <TextInput
            label={t`Why`}
            placeholder={t`Number of the case`}
            required
            data-autofocus
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              type="submit"
              leftSection={<IconLock size={16} aria-hidden />}
              loading={hold.isPending}
              disabled={why.trim() === ''}
            >
              <Trans>Hold</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
