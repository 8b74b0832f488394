import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { hostOf } from './server-words.ts'

interface SendingQuestionProps {
  /** Null: nothing is asked. */
  address: string | null
  /** What is sent, in a word or two: `recordings`. */
  what: string
  /** What goes there, and how. */
  children: ReactNode
  onYes(): void
  onNo(): void
}

/** Asks once more before what people said leaves this machine. */
export function SendingQuestion({ address, what, children, onYes, onNo }: SendingQuestionProps) {
  const host = hostOf(address ?? '')
  return (
    <Modal
      opened={address !== null}
      onClose={onNo}
      title={t`Send ${what} to ${host}?`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">{children}</Text>
        <Text size="sm">
          <Trans>Switch it on only where your organisation allows it.</Trans>
        </Text>
        {address?.startsWith('http://') === true && (
          <Text size="sm" c="red">
            <Trans>
              The connection is not encrypted: whoever is on the way can listen. An address with https:// is
              better.
            </Trans>
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onNo}>
            <Trans>Cancel</Trans>
          </Button>
          <Button onClick={onYes}>
            <Trans>Send to {host}</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
