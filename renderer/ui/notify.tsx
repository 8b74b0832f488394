import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { AskForApproval } from './ask-for-approval.tsx'
import { approvalNeeded, errorSentence } from './error-sentence.ts'

/** How many notices of what is done stand at once; the oldest makes room. */
const mostNotices = 2
/** Those that stand, oldest first. */
const standing = new Set<string>()

/** Says that something is done; with `onUndo`, offers to take it back. */
export function notifyDone(message: string, onUndo?: () => void): void {
  // Many answers in a row would otherwise wait in line and lie over the page for a minute.
  const [oldest] = standing
  if (standing.size >= mostNotices && oldest !== undefined) notifications.hide(oldest)
  const id = notifications.show({
    icon: <IconCheck size={16} aria-hidden />,
    color: 'green',
    withBorder: true,
    autoClose: onUndo ? 9000 : 4500,
    onClose: () => standing.delete(id),
    closeButtonProps: { 'aria-label': t`Dismiss` },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        {onUndo && (
          <Button
            variant="subtle"
            size="compact-sm"
            flex="none"
            onClick={() => {
              notifications.hide(id)
              onUndo()
            }}
          >
            <Trans>Undo</Trans>
          </Button>
        )}
      </Group>
    ),
  })
  standing.add(id)
}

/** Says that `what` could not be done, why, and what to do; stays until dismissed, and lets one ask for an approval that is wanting. Gives what dismisses it. */
export function notifyFailed(what: string, error: unknown): () => void {
  const needed = approvalNeeded(error)
  const id = notifications.show({
    icon: <IconAlertTriangle size={16} aria-hidden />,
    color: 'red',
    withBorder: true,
    autoClose: false,
    title: what,
    message:
      needed === null ? (
        errorSentence(error)
      ) : (
        <>
          {errorSentence(error)}
          <AskForApproval capability={needed} />
        </>
      ),
    closeButtonProps: { 'aria-label': t`Dismiss` },
  })
  return () => notifications.hide(id)
}
