import { t } from '@lingui/core/macro'
import { Skeleton, Stack } from '@mantine/core'

/** The page's shape while it loads. */
export function AgentPageSkeleton() {
  return (
    <Stack p={28} gap="lg" role="status" aria-label={t`Loading the agent`}>
      <Stack gap={8}>
        <Skeleton height={26} width="32%" />
        <Skeleton height={13} width="68%" />
      </Stack>
      <Skeleton height={230} radius="lg" />
      <Skeleton height={230} radius="lg" />
      <Skeleton height={160} radius="lg" />
    </Stack>
  )
}
