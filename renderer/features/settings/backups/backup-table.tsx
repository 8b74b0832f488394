import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Table, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconHistory, IconLock, IconRestore } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup } from '../../../../shared/contract/backups.ts'
import { orpc } from '../../../app/client.ts'
import { formatBytes } from '../../../ui/format.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Instant } from '../../../ui/time.tsx'
import { RestoreModal } from './restore-modal.tsx'

/** Each backup with what is in it, what it is kept for, and what can be done with it. */
export function BackupTable({ backups, isReadOnly }: { backups: readonly Backup[]; isReadOnly: boolean }) {
  const [chosen, setChosen] = useState<Backup | null>(null)
  return (
    <>
      <Table.ScrollContainer minWidth={860}>
        <Table verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Made</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>In it</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Size</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Checked</Trans>
              </Table.Th>
              <Table.Th>
                <span className="visually-hidden">
                  <Trans>What can be done</Trans>
                </span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.map((backup) => (
              <BackupRow
                key={backup.id}
                backup={backup}
                isReadOnly={isReadOnly}
                onRestore={() => setChosen(backup)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {chosen && <RestoreModal backup={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

const reasons: Record<Backup['why'], string> = {
  automatic: t`by itself`,
  'by-hand': t`by hand`,
  'before-restore': t`before a restore`,
  'before-update': t`before an update`,
}

const keeping = { daily: t`of its day`, weekly: t`of its week` }

function BackupRow({
  backup,
  isReadOnly,
  onRestore,
}: {
  backup: Backup
  isReadOnly: boolean
  onRestore: () => void
}) {
  const { id, at, why, keptAs, bytes, contents, isEncrypted, isOfThisVersion } = backup
  const openAsOf = useMutation(
    orpc.backups.openAsOf.mutationOptions({
      onSuccess: () => {
        window.location.assign('#/coaching')
        window.location.reload()
      },
      onError: (error) => notifyFailed(t`The backup could not be opened`, error),
    }),
  )
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Instant at={at} />
          {isEncrypted && <IconLock size={14} role="img" aria-label={t`encrypted`} />}
        </Group>
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            {reasons[why]}
          </Text>
          {keptAs.map((kept) => (
            <Badge key={kept} size="sm" variant="light" color="gray">
              {keeping[kept]}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>
        <Contents contents={contents} />
      </Table.Td>
      <Table.Td ta="right" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {formatBytes(bytes)}
      </Table.Td>
      <Table.Td>
        <Checked backup={backup} />
      </Table.Td>
      <Table.Td>
        {!isReadOnly && (
          <Group gap="xs" wrap="nowrap" justify="flex-end">
            <Tooltip
              label={t`Of another version: restoring it brings it up to date`}
              disabled={isOfThisVersion}
              withArrow
            >
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconHistory size={14} aria-hidden />}
                data-disabled={!isOfThisVersion || undefined}
                aria-disabled={!isOfThisVersion}
                loading={openAsOf.isPending || openAsOf.isSuccess}
                onClick={() => isOfThisVersion && openAsOf.mutate({ id })}
              >
                <Trans>Open as of then</Trans>
              </Button>
            </Tooltip>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconRestore size={14} aria-hidden />}
              onClick={onRestore}
            >
              <Trans>Restore…</Trans>
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function Contents({ contents }: Pick<Backup, 'contents'>) {
  if (contents === null)
    return (
      <Text size="sm" c="dimmed">
        <Trans>everything of before the update</Trans>
      </Text>
    )
  const { contacts, conversations, reviews, sessions } = contents
  return (
    <Text size="sm">
      {[
        plural(contacts, { one: '# contact', other: '# contacts' }),
        plural(conversations, { one: '# conversation', other: '# conversations' }),
        plural(reviews, { one: '# review', other: '# reviews' }),
        plural(sessions, { one: '# session', other: '# sessions' }),
      ].join(' · ')}
    </Text>
  )
}

function Checked({ backup: { at, isVerified, auditBroken } }: { backup: Backup }) {
  if (!isVerified)
    return (
      <Text size="sm" c="dimmed">
        <Trans>when it is restored</Trans>
      </Text>
    )
  return (
    <>
      <Text size="sm">
        <Instant at={at} show="relative" />
      </Text>
      {auditBroken !== null && (
        <Group gap={4} wrap="nowrap">
          <IconAlertTriangle size={14} aria-hidden />
          <Text size="sm">
            <Trans>Its log does not hold: {auditBroken}</Trans>
          </Text>
        </Group>
      )}
    </>
  )
}
