import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Select, Stack, Table, Text } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { SourceBasis } from '../../../../shared/contract/lawful-basis.ts'
import { statableBases } from '../../../../shared/domain/lawful-basis.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { basisWords, leftOutWords } from '../../../ui/lawful-basis-words.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'

/** On what lawful basis the conversations of each source rest. */
export function LawfulBasis() {
  const found = useQuery(orpc.lawfulBasis.sources.queryOptions())
  const mayImport = useQuery(orpc.profiles.me.queryOptions()).data?.may.includes('import') === true
  return (
    <Section title={t`Lawful basis`} note={t`of what each source brings`}>
      <QueryView query={found} what={t`lawful bases`}>
        {({ isRequired, sources, leftOut }) =>
          sources.length === 0 ? (
            <Empty icon={IconScale} title={t`No source has brought a conversation yet`}>
              <Trans>What a source’s conversations rest on is said here once there are some.</Trans>
            </Empty>
          ) : (
            <Stack gap="sm">
              <Text size="sm">
                {isRequired
                  ? t`The policy wants a known basis: a conversation without one is not transcribed, scored, searched, quoted or exported.`
                  : t`The policy assumes a basis where none is known. Where consent was refused, a conversation is left out of everything.`}{' '}
                {leftOutWords(leftOut) ?? t`No conversation is left out now.`}
              </Text>
              <Table verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>
                      <Trans>Source</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Rests on</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Conversations</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Refused</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Not known</Trans>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {sources.map((source) => (
                    <SourceRow key={source.id} source={source} mayChange={mayImport} />
                  ))}
                </Table.Tbody>
              </Table>
              <Text size="sm" c="dimmed">
                <Trans>
                  What a person says of one conversation, on its page, and what its export says of consent go
                  before what is said here.
                </Trans>
              </Text>
            </Stack>
          )
        }
      </QueryView>
    </Section>
  )
}

function SourceRow({ source, mayChange }: { source: SourceBasis; mayChange: boolean }) {
  const failed = (error: unknown) => notifyFailed(t`The lawful basis was not changed`, error)
  const takeBack = useMutation(orpc.lawfulBasis.setSource.mutationOptions({ onError: failed }))
  const say = useMutation(
    orpc.lawfulBasis.setSource.mutationOptions({
      onSuccess: ({ before }) =>
        notifyDone(t`What “${source.name}” rests on is changed.`, () =>
          takeBack.mutate({ sourceId: source.id, basis: before }),
        ),
      onError: failed,
    }),
  )
  return (
    <Table.Tr>
      <Table.Td>{source.name}</Table.Td>
      <Table.Td>
        {mayChange ? (
          <Select
            size="xs"
            w={220}
            clearable
            aria-label={t`What “${source.name}” rests on`}
            placeholder={t`not known`}
            data={statableBases.map((value) => ({ value, label: basisWords[value] }))}
            value={source.basis}
            disabled={say.isPending}
            onChange={(value) => say.mutate({ sourceId: source.id, basis: value })}
            clearButtonProps={{ 'aria-label': t`Say nothing of “${source.name}”` }}
          />
        ) : source.basis === null ? (
          t`not known`
        ) : (
          basisWords[source.basis]
        )}
      </Table.Td>
      <Table.Td ta="right">{formatNumber(source.conversations)}</Table.Td>
      <Table.Td ta="right">{formatNumber(source.refused)}</Table.Td>
      <Table.Td ta="right">{formatNumber(source.unknown)}</Table.Td>
    </Table.Tr>
  )
}
