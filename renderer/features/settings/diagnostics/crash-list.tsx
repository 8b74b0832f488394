import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Diagnostics } from '../../../../shared/contract/diagnostics.ts'
import { Instant } from '../../../ui/time.tsx'

type Crash = Diagnostics['crashes'][number]

const places: Record<Crash['where'], string> = {
  engine: t`The part that keeps your data`,
  transcriber: t`The part that transcribes`,
  main: t`The part that shows the window`,
  page: t`A page`,
}

interface CrashListProps {
  crashes: readonly Crash[]
  /** The one that is being removed. */
  removing: string | null
  /** Null where whoever is here may not. */
  onRemove: ((incidentId: string) => void) | null
}

/** Crashes in a sentence each. */
export function CrashList({ crashes, removing, onRemove }: CrashListProps) {
  return crashes.map(({ incidentId, at, where, how }) => (
    <Alert key={incidentId} color="amber" icon={<IconAlertTriangle aria-hidden />}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm" inherit>
          <Trans>
            {places[where]} {how === 'ended' ? t`ended suddenly` : t`met an error it did not expect`} on{' '}
            <Instant at={at} /> (incident {incidentId}).
          </Trans>
        </Text>
        {onRemove && (
          <Button
            variant="default"
            size="compact-sm"
            style={{ flex: 'none' }}
            aria-label={t`Remove the report of incident ${incidentId}`}
            loading={removing === incidentId}
            onClick={() => onRemove(incidentId)}
          >
            <Trans>Remove</Trans>
          </Button>
        )}
      </Group>
    </Alert>
  ))
}
