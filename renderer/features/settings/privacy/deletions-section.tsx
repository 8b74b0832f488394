import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Code, Stack, Table, Text } from '@mantine/core'
import type { Deletion, PrivacyStatus } from '../../../../shared/contract/privacy.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { deletedWords, deletionKind } from '../../../privacy/deleted-words.ts'

/** Every deletion with its proof. */
export function DeletionsSection({
  deletions,
  backupsBefore,
}: Pick<PrivacyStatus, 'deletions' | 'backupsBefore'>) {
  return (
    <Section title={t`Deleted for good`} note={t`with the proof that stands in the log, too`}>
      {deletions.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>Nothing was deleted for good yet.</Trans>
        </Text>
      ) : (
        <Stack gap="sm">
          {backupsBefore > 0 && (
            <Text size="sm">
              {plural(backupsBefore, {
                one: '# backup from before still holds what was deleted; it goes when the next one is made.',
                other:
                  '# backups from before still hold what was deleted; they go when the next one is made.',
              })}
            </Text>
          )}
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>
                  <Trans>When and who</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Of what, and why</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>What went</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Proof</Trans>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {deletions.map((deletion) => (
                <DeletionRow key={deletion.id} deletion={deletion} />
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      )}
    </Section>
  )
}

function DeletionRow({ deletion }: { deletion: Deletion }) {
  const { at, who, kind, why, counts, digest, verifiedAt, cleanedAt, backupsGoneAt } = deletion
  return (
    <Table.Tr>
      <Table.Td>
        <Instant at={at} />
        <Text size="sm" c="dimmed">
          {who}
        </Text>
      </Table.Td>
      <Table.Td>
        {deletionKind(kind)}
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      </Table.Td>
      <Table.Td>
        {deletedWords(counts).map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {verifiedAt === null ? t`not looked for yet` : t`looked for and not found any more`}
        </Text>
        <Text size="sm">
          {cleanedAt === null ? t`free parts of the file not cleaned yet` : t`free parts of the file cleaned`}
        </Text>
        <Text size="sm">{backupsGoneAt === null ? t`still in a backup` : t`in no backup any more`}</Text>
        <Code title={digest}>{digest.slice(0, 16)}</Code>
      </Table.Td>
    </Table.Tr>
  )
}
