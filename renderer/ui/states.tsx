import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconAlertTriangle, IconInbox, IconRefresh, type Icon } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { errorCode, errorSentence } from './error-sentence.ts'

/** Grey bars where lines will stand. `label` tells a screen reader what is coming. */
export function Loading({ label, rows = 4, height = 18 }: { label: string; rows?: number; height?: number }) {
  return (
    <Stack gap="sm" role="status" aria-label={t`Loading ${label}`} p="md">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} width={`${96 - ((row * 17) % 38)}%`} />
      ))}
    </Stack>
  )
}

/** Nothing here yet: says why and what to do next. */
export function Empty({
  icon: Picture = IconInbox,
  title,
  children,
  actions,
}: {
  icon?: Icon
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <Stack align="center" gap="xs" py={48} px="lg" ta="center">
      <ThemeIcon variant="light" color="gray" size={44} radius="xl">
        <Picture size={24} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Title order={2} size="h3">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" maw={460} component="div">
          {children}
        </Text>
      )}
      {actions && (
        <Group mt="xs" justify="center">
          {actions}
        </Group>
      )}
    </Stack>
  )
}

/** A read that failed. Never looks like an empty one, and offers another try. */
export function Failure({ error, what, onRetry }: { error: unknown; what: string; onRetry?: () => void }) {
  // what the policy says stays so, however often it is tried
  const canRetry = errorCode(error) !== 'NOT_ALLOWED'
  return (
    <Stack align="center" gap="xs" py={40} px="lg" ta="center" role="alert">
      <ThemeIcon variant="light" color="red" size={44} radius="xl">
        <IconAlertTriangle size={24} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Title order={2} size="h3">
        {canRetry ? t`Could not load ${what}` : t`Not for you to see`}
      </Title>
      <Text c="dimmed" maw={520}>
        {errorSentence(error)}
      </Text>
      {onRetry && canRetry && (
        <Button
          mt="xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={onRetry}
        >
          <Trans>Try again</Trans>
        </Button>
      )}
    </Stack>
  )
}

/** One query in its designed states: loading, failed, ready (the child decides what empty looks like). */
export function QueryView<T>({
  query,
  what,
  loading,
  children,
}: {
  query: UseQueryResult<T, unknown>
  what: string
  loading?: ReactNode
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <Failure error={query.error} what={what} onRetry={() => void query.refetch()} />
  return <>{loading ?? <Loading label={what} />}</>
}
