import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Empty } from '../ui/states.tsx'
import { reportPageCrash } from './page-crashes.ts'

/** A page that broke while drawing: the rest of the window stays usable. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  useEffect(() => {
    if (!isUnreachable(error)) reportPageCrash(error)
  }, [error])
  return (
    <main>
      <Empty
        icon={IconAlertTriangle}
        title={isUnreachable(error) ? t`This page could not be loaded` : t`This page could not be drawn`}
        actions={
          <Button onClick={() => (isUnreachable(error) ? location.reload() : reset())}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {isUnreachable(error)
          ? t`Debrief does not answer: check that it is still running, then try again.`
          : t`Your data is unharmed. What the page says: ${error instanceof Error ? error.message : String(error)}`}
      </Empty>
    </main>
  )
}

/** A part of the page that is fetched when it is first needed did not come: Debrief has ended meanwhile. */
function isUnreachable(error: unknown): boolean {
  return error instanceof Error && /preload CSS|dynamically imported module/i.test(error.message)
}
