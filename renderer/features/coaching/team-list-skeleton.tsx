import { t } from '@lingui/core/macro'
import { Skeleton, Stack } from '@mantine/core'

/** The list's shape while it loads. */
export function TeamListSkeleton() {
  return (
    <Stack gap={16} p="md" role="status" aria-label={t`Loading the team`}>
      {Array.from({ length: 9 }, (_, row) => (
        <Stack key={row} gap={6}>
          <Skeleton height={14} width={`${48 + ((row * 13) % 24)}%`} />
          <Skeleton height={10} width={`${70 + ((row * 7) % 22)}%`} />
        </Stack>
      ))}
    </Stack>
  )
}
