import { Button, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconArrowBackUp, IconBuildingCommunity } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MergedWorkspace } from '../../../../shared/contract/merging.ts'
import { orpc } from '../../../app/client.ts'
import { formatDay } from '../../../ui/dates.ts'
import { countOf, formatCount } from '../../../ui/format.ts'
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
    <Section title="Merged here" note="how fresh each is beside the others">
      <QueryView query={query} what="the merged workspaces">
        {(list) => {
          const standing = list.filter(({ undoneAt }) => undoneAt === null)
          return standing.length === 0 ? (
            <Empty icon={IconBuildingCommunity} title="No other workspace is merged yet">
              Read other supervisors’ workspaces, or aggregates of them, to see all teams in one picture.
            </Empty>
          ) : (
            <Table.ScrollContainer minWidth={760}>
              <Table verticalSpacing={8}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Workspace</Table.Th>
                    <Table.Th>Last merged</Table.Th>
                    <Table.Th>Newest data</Table.Th>
                    <Table.Th ta="right">Imports</Table.Th>
                    <Table.Th ta="right">Rows</Table.Th>
                    <Table.Th w={130}>
                      <span className="visually-hidden">Take back</span>
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
      onError: (error) => notifyFailed(`${name} could not be taken back`, error),
    }),
  )
  const ask = () =>
    modals.openConfirmModal({
      title: `Take ${name} back?`,
      closeButtonProps: { 'aria-label': 'Close' },
      labels: { confirm: 'Take it back', cancel: 'Keep' },
      confirmProps: { color: 'red', size: 'sm' },
      cancelProps: { size: 'sm' },
      onConfirm: () => undo.mutate({ id: merged.id }),
      children: (
        <Text size="sm">
          Facts, people and decisions will be as if it had never been merged. What others state too stays. The
          other workspace is not touched, so you can merge it again.
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
            {form === 'aggregate' ? `aggregate, ${place}` : place}
          </Text>
          {differing > 0 && (
            <Text size="xs" className={styles.late}>
              {countOf(differing, 'difference')} to know of
            </Text>
          )}
        </Table.Td>
        <Table.Td c="dimmed">
          <Instant at={mergedAt} />
        </Table.Td>
        <Table.Td>
          {newestDay === null ? 'undated' : formatDay(newestDay)}
          {daysBehind !== null && (
            <Text size="xs" className={daysBehind > LATE_DAYS ? styles.late : styles.dim}>
              {daysBehind === 0 ? 'the newest' : `${countOf(daysBehind, 'day')} behind the newest`}
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
            aria-label={`Take ${name} back`}
            loading={undo.isPending}
            onClick={ask}
          >
            Take back
          </Button>
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={6}>
            {comparison.sourcesApart.map(({ source, name: apart, because }) => (
              <Text key={source} size="sm">
                {because} {source} is kept apart as “{apart}”.
              </Text>
            ))}
            <Remarks comparison={comparison} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
