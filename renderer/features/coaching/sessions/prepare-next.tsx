import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconClipboardText } from '@tabler/icons-react'
import type { NextSession } from '../../../../shared/contract/coaching-board.ts'
import { usePrepare } from './use-prepare.ts'

/** Makes the session that a next date stands for: that day, the same people, the same focus. */
export function PrepareNext({ next }: { next: NextSession }) {
  const { prepare, isBusy } = usePrepare()
  const { people, focus, at } = next
  const driverId = focus.isMeasured ? focus.driverId : null
  return (
    <Button
      size="compact-sm"
      variant="light"
      loading={isBusy}
      leftSection={<IconClipboardText size={14} aria-hidden />}
      aria-label={t`Prepare the next session with ${people.map(({ name }) => name).join(', ')}`}
      onClick={() =>
        prepare({
          agentIds: people.map(({ id }) => id),
          driverId,
          idea: driverId === null ? focus.label : '',
          plannedAt: at,
        })
      }
    >
      <Trans>Prepare</Trans>
    </Button>
  )
}
