import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconClipboardText } from '@tabler/icons-react'
import type { CoachingActions } from '../use-coaching-actions.ts'
import { usePrepare } from './use-prepare.ts'

/** Makes the session sheet of an action, or of a question that was failed. */
export function PrepareButton({
  driverId,
  coaching,
  hasKey = false,
}: {
  driverId: string
  coaching: CoachingActions
  hasKey?: boolean
}) {
  const { prepare, isBusy } = usePrepare()
  return (
    <Button
      leftSection={<IconClipboardText size={15} aria-hidden />}
      loading={isBusy}
      data-key={hasKey ? 'prepare' : undefined}
      onClick={() => prepare({ agentIds: [coaching.agentId], driverId, days: coaching.days })}
    >
      <Trans>Prepare session</Trans>
    </Button>
  )
}
