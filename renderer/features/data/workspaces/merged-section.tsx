import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconArrowBackUp, IconBuildingCommunity } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MergedWorkspace } from '../../../../shared/contract/merging.ts'
import { orpc } from '../../../app/client.ts'
import { formatDay } from '../../../ui/dates.ts'
import { formatCount } from '../../../ui/format.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { Remarks } from './remarks.tsx'
import styles from './workspaces.module.css'

/** More than this behind the newest, and its silence says nothing. */
const LATE_DAYS = 7

/** Every merged workspace with how fresh it is beside the others. */
export function MergedSection({ onStarted }: { onStarted(jobId: number): void }) {
  const query = useQuery(orpc.merging.list.queryOptions())
  return (
    <Section title={t`Merged here`} note={t`how fresh each is beside the others`}>
      <QueryView query={query} what={t`the merged workspaces`}>
        {(list) => {
          const standing = list.filter(({ undoneAt }) => undoneAt === null)
          return standing.length === 0 ? (
            <Empty icon={IconBuildingCommunity} title={t`No other workspace is merged yet`}>
              <Trans>
                Read other supervisors’ workspaces, or aggregates of them, to see all teams in one picture.
              </Trans>
            </Empty>
          ) : (
            <Table.ScrollContainer minWidth={760}>
              <Table verticalSpacing={8}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>
                      <Trans>Workspace</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Last merged</Trans>
                    </Table.Th>
                    <Table.Th>
                      <Trans>Newest data</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Imports</Trans>
                    </Table.Th>
                    <Table.Th ta="right">
                      <Trans>Rows</Trans>
                    </Table.Th>
                    <Table.Th w={130}>
                      <span className="visually-hidden">
                        <Trans>Take back</Trans>
                      </span>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {standing.map((merged) => (
                    <MergedLine key={merged.id} merged={merged} onStarted={onStarted} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }}
      </QueryView>
    </Section>
  )
}

function MergedLine({ merged, onStarted }: { merged: MergedWorkspace; onStarted(jobId: number): void }) {
  const { name, place, form, mergedAt, newestDay, daysBehind, imports, rows, comparison } = merged
  const [isOpen, setOpen] = useState(false)
  const undo = useMutation(
    orpc.merging.undo.mutationOptions({
      onSuccess: ({ jobId }) => onStarted(jobId),
      onError: (error) => notifyFailed(t`${name} could not be taken back`, error),
    }),
  )
  const ask = () =>
    modals.openConfirmModal({
      title: t`Take ${name} back?`,
      closeButtonProps: { 'aria-label': t`Close` },
      labels: { confirm: t`Take it back`, cancel: t`Keep it` },
      confirmProps: { color: 'red', size: 'sm' },
      cancelProps: { size: 'sm' },
      onConfirm: () => undo.mutate({ id: merged.id }),
      children: (
        <Text size="sm">
          <Trans>
            Facts, people and decisions will be as if it had never been merged. What others state too stays.
            The other workspace is not touched, so you can merge it again.
          </Trans>
        </Text>
      ),
    })
  const differing = comparison.definitions.length + comparison.others.length
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <button
            type="button"
            className={styles.open}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {name}
          </button>
          <Text size="xs" c="dimmed" className={styles.place}>
            {form === 'aggregate' ? t`aggregate, ${place}` : place}
          </Text>
          {differing > 0 && (
            <Text size="xs" className={styles.late}>
              <Trans>
                <Plural value={differing} one="# difference" other="# differences" /> to know of
              </Trans>
            </Text>
          )}
        </Table.Td>
        <Table.Td c="dimmed">
          <Instant at={mergedAt} />
        </Table.Td>
        <Table.Td>
          {newestDay === null ? t`undated` : formatDay(newestDay)}
          {daysBehind !== null && (
            <Text size="xs" className={daysBehind > LATE_DAYS ? styles.late : styles.dim}>
              {daysBehind === 0
                ? t`the newest`
                : t`${plural(daysBehind, { one: '# day', other: '# days' })} behind the newest`}
            </Text>
          )}
        </Table.Td>
        <Table.Td ta="right">{formatCount(imports)}</Table.Td>
        <Table.Td ta="right">{formatCount(rows)}</Table.Td>
        <Table.Td ta="right">
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            aria-label={t`Take ${name} back`}
            loading={undo.isPending}
            onClick={ask}
          >
            <Trans>Take back</Trans>
          </Button>
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={6}>
            {comparison.sourcesApart.map(({ source, name: apart, because }) => (
              <Text key={source} size="sm">
                <Trans>
                  {because} {source} is kept apart as “{apart}”.
                </Trans>
              </Text>
            ))}
            <Remarks comparison={comparison} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
