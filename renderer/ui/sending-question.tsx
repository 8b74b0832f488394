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
      title={`Send ${what} to ${host}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">{children}</Text>
        <Text size="sm">Switch it on only where your organisation allows it.</Text>
        {address?.startsWith('http://') === true && (
          <Text size="sm" c="red">
            The connection is not encrypted: whoever is on the way can listen. An address with https:// is
            better.
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onNo}>
            Cancel
          </Button>
          <Button onClick={onYes}>Send to {host}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
