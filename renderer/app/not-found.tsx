import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Empty } from '../ui/states.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <main>
      <Empty
        icon={IconMapQuestion}
        title={t`There is no such page`}
        actions={
          <Button component={Link} to="/coaching">
            <Trans>Go to Coaching</Trans>
          </Button>
        }
      >
        <Trans>The address may be from an older version of Debrief.</Trans>
      </Empty>
    </main>
  )
}
