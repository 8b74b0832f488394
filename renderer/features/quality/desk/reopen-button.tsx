import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'

/** Takes a review that is over back to a draft. */
export function ReopenButton({ onReopen, isBusy }: { onReopen(): void; isBusy: boolean }) {
  return (
    <Button variant="default" loading={isBusy} onClick={onReopen}>
      <Trans>Take back to a draft</Trans>
    </Button>
  )
}
