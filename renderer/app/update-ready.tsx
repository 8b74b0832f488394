import { t } from '@lingui/core/macro'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconRefreshDot } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { orpc } from './client.ts'

/** What is fetched by itself is fetched once a day: nobody waits for the notice. */
const LOOK_MS = 5 * 60_000

/** A way to the new version that waits to be installed; nothing while none does. */
export function UpdateReady({ className }: { className: string | undefined }) {
  const navigate = useNavigate()
  const state = useQuery(
    orpc.updates.state.queryOptions({
      // a page in a browser belongs to no installation
      enabled: globalThis.debriefBridge !== undefined,
      refetchInterval: LOOK_MS,
    }),
  ).data
  if (state?.phase !== 'ready' || !state.found) return null
  const label = t`Debrief ${state.found.version} is ready to be installed`
  return (
    <Tooltip label={label} position="right">
      <ActionIcon
        className={className}
        size="lg"
        aria-label={label}
        onClick={() => void navigate({ to: '/settings', search: { tab: 'updates' } })}
      >
        <IconRefreshDot size={19} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
