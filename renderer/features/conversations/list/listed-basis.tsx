import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, Select, Stack, Table, Text } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { ConversationFilter } from '../../../../shared/contract/conversations.ts'
import type { ListedBases } from '../../../../shared/contract/lawful-basis.ts'
import { statableBases, type StatableBasis } from '../../../../shared/domain/lawful-basis.ts'
import { useMay } from '../../../app/profile/use-may.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { basisWords } from '../../../ui/lawful-basis-words.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Failure, Loading } from '../../../ui/states.tsx'

/** Says on what lawful basis all conversations of the list rest, for who may; `isFiltered` only changes the words. */
export function ListedBasis({ filter, isFiltered }: { filter: ConversationFilter; isFiltered: boolean }) {
  const mayImport = useMay()('import')
  const [isAsked, setIsAsked] = useState(false)
  if (!mayImport) return null
  return (
    <>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconScale size={16} aria-hidden />}
        onClick={() => setIsAsked(true)}
      >
        <Trans>Lawful basis…</Trans>
      </Button>
      {isAsked && (
        <ListedBasisModal filter={filter} isFiltered={isFiltered} onClose={() => setIsAsked(false)} />
      )}
    </>
  )
}

function ListedBasisModal({
  filter,
  isFiltered,
  onClose,
}: {
  filter: ConversationFilter
  isFiltered: boolean
  onClose: () => void
}) {
  const listed = useQuery(orpc.lawfulBasis.listed.queryOptions({ input: filter, staleTime: 0, retry: false }))
  const failed = (error: unknown) => notifyFailed(t`The lawful basis was not changed`, error)
  const takeBack = useMutation(orpc.lawfulBasis.takeBack.mutationOptions({ onError: failed }))
  const say = useMutation(
    orpc.lawfulBasis.setListed.mutationOptions({
      onSuccess: ({ before }, { conversations }) => {
        notifyDone(
          plural(conversations, {
            one: 'What # conversation rests on is changed.',
            other: 'What # conversations rest on is changed.',
          }),
          () => takeBack.mutate({ before }),
        )
        onClose()
      },
      onError: (error) => {
        failed(error)
        void listed.refetch()
      },
    }),
  )
  return (
    <Modal
      opened
      title={isFiltered ? t`Lawful basis of what fits the filters` : t`Lawful basis of all conversations`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      {listed.isError ? (
        <Failure error={listed.error} what={t`what they rest on`} onRetry={() => void listed.refetch()} />
      ) : listed.data ? (
        <Choose
          listed={listed.data}
          isSaying={say.isPending}
          onClose={onClose}
          onSay={(basis) => say.mutate({ ...filter, basis, conversations: listed.data.conversations })}
        />
      ) : (
        <Loading label={t`what they rest on`} />
      )}
    </Modal>
  )
}

/** In the list of bases: nothing is said here. */
const NONE = 'none'

function Choose({
  listed: { conversations, now, saidByPerson },
  isSaying,
  onClose,
  onSay,
}: {
  listed: ListedBases
  isSaying: boolean
  onClose: () => void
  onSay: (basis: StatableBasis | null) => void
}) {
  const [chosen, setChosen] = useState<StatableBasis | typeof NONE | null>(null)
  const alike = now.find(({ basis }) => basis === chosen)?.n ?? 0
  const changing = chosen === NONE ? saidByPerson : conversations - alike
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen !== null) onSay(chosen === NONE ? null : chosen)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Table verticalSpacing={4} aria-label={t`What they rest on now`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Rest on now</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Conversations</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {now.map(({ basis, n }) => (
              <Table.Tr key={basis}>
                <Table.Td>{basis === null ? t`not known` : basisWords[basis]}</Table.Td>
                <Table.Td ta="right">{formatNumber(n)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Select
          label={t`From now on they rest on`}
          placeholder={t`choose one`}
          allowDeselect={false}
          data-autofocus
          data={[
            ...statableBases.map((value) => ({ value, label: basisWords[value] })),
            { value: NONE, label: t`What their exports or sources say` },
          ]}
          value={chosen}
          onChange={(value) => value !== null && setChosen(value)}
        />
        {chosen !== null && (
          <Text size="sm" role="status">
            {effect(chosen, changing, conversations)}
          </Text>
        )}
        {chosen === 'refused' && changing > 0 && (
          <Alert color="orange" variant="light">
            <Trans>
              What was refused is not shown, played, transcribed, scored, searched or exported, until somebody
              says otherwise.
            </Trans>
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            <Trans>Leave as it is</Trans>
          </Button>
          <Button type="submit" loading={isSaying} disabled={chosen === null || changing === 0}>
            {chosen === null || changing === 0
              ? t`Change`
              : plural(changing, { one: 'Change # conversation', other: 'Change # conversations' })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** How many change, in one sentence. */
function effect(chosen: StatableBasis | typeof NONE, changing: number, of: number): string {
  if (chosen === NONE)
    return changing === 0
      ? t`Nobody said anything of any of them here.`
      : plural(changing, {
          one: 'What was said here of # conversation is taken back.',
          other: 'What was said here of # conversations is taken back.',
        })
  if (changing === 0) return t`All of them rest on that already.`
  const all = formatNumber(of)
  return changing === of
    ? t`All ${all} change.`
    : plural(changing, {
        one: `# of ${all} changes; the others rest on that already.`,
        other: `# of ${all} change; the others rest on that already.`,
      })
}
