import { Trans } from '@lingui/react/macro'
import { Badge } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'

/** Marks what recordings are transcribed by. */
export function InUse() {
  return (
    <Badge
      variant="light"
      color="green"
      tt="none"
      size="lg"
      fw={600}
      leftSection={<IconCheck size={13} aria-hidden />}
    >
      <Trans>In use</Trans>
    </Badge>
  )
}
