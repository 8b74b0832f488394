import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory, IconSearch } from '@tabler/icons-react'
import {
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { AuditEntryView, AuditPage } from '../../../../shared/contract/audit.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { actOnPage } from '../words/act-words.ts'
import { partsOfRecord, type RecordPart } from '../words/record-words.ts'

const PAGE = 100
const TYPING_MS = 250

/** The entries of the log, newest first, narrowed by who did it. */
export function EntriesSection() {
  const [typed, setTyped] = useState('')
  const [who] = useDebouncedValue(typed.trim(), TYPING_MS)
  const query = useInfiniteQuery(
    orpc.audit.list.infiniteOptions({
      input: (before: number | null) => ({ before, limit: PAGE, who }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Section
      title={t`Who did what`}
      note={t`newest first`}
      actions={
        <TextInput
          size="sm"
          w={240}
          aria-label={t`Only of this person`}
          placeholder={t`Only of this person`}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      }
    >
      <EntryList query={query} hasName={who !== ''} />
    </Section>
  )
}

type Entries = UseInfiniteQueryResult<InfiniteData<AuditPage>, unknown>

function EntryList({ query, hasName }: { query: Entries; hasName: boolean }) {
  if (query.isError)
    return <Failure error={query.error} what={t`the log`} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading label={t`the log`} />
  const entries = query.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0)
    return (
      <Empty icon={IconHistory} title={hasName ? t`Nothing by that name` : t`Nothing was done here yet`}>
        {hasName
          ? t`A name is matched whole, as it stands in the list.`
          : t`Whatever changes something, opens what is personal or writes a file is kept here, with who did it.`}
      </Empty>
    )
  return (
    <>
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={80}>
                <Trans>Entry</Trans>
              </Table.Th>
              <Table.Th w={190}>
                <Trans>When</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Who did what</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>To which record</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Under which policy</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry) => (
              <EntryLine key={entry.seq} entry={entry} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {query.hasNextPage && (
        <Group justify="center" mt="sm">
          <Button
            variant="default"
            size="sm"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            <Trans>Show older entries</Trans>
          </Button>
        </Group>
      )}
    </>
  )
}

const outcomes: Record<AuditEntryView['outcome'], { label: string; color: string } | null> = {
  done: null,
  failed: { label: t`failed`, color: 'amber' },
  refused: { label: t`refused`, color: 'red' },
}

function EntryLine({
  entry: { seq, at, who, act, record, outcome, policy, details },
}: {
  entry: AuditEntryView
}) {
  const mark = outcomes[outcome]
  return (
    <Table.Tr>
      <Table.Td>{formatNumber(seq)}</Table.Td>
      <Table.Td>
        <Instant at={at} />
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <span>
            <Trans context="who did what">
              <Text span fw={600}>
                {who}
              </Text>{' '}
              {actOnPage(act)}
            </Trans>
          </span>
          {mark && (
            <Badge size="sm" variant="light" color={mark.color}>
              {mark.label}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {partsOfRecord(record).map((part, at) => (
            <Fragment key={part.name}>
              {at > 0 && ', '}
              <PartOfRecord part={part} />
            </Fragment>
          ))}
        </Text>
        {details !== '{}' && (
          <Text size="xs" c="dimmed" translate="no">
            {figuresIn(details)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {policy}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}

/** Leads to the one agent or conversation that is meant: a number tells nobody who it was. */
function PartOfRecord({ part: { name, words, values } }: { part: RecordPart }) {
  const text = `${words} ${values}`
  if (!/^\d+$/.test(values)) return text
  if (name === 'agentId')
    return (
      <TextLink to="/coaching" search={{ agent: Number(values) }}>
        {text}
      </TextLink>
    )
  if (name === 'interactionId')
    return (
      <TextLink to="/conversations/$interactionId" params={{ interactionId: Number(values) }}>
        {text}
      </TextLink>
    )
  return text
}

const SHORT_HASH = 12

/** The figures of an entry in one line; of a hash its beginning, which is enough to compare by. */
function figuresIn(details: string): string {
  return Object.entries(JSON.parse(details) as Record<string, unknown>)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      return `${name} ${/^[0-9a-f]{40,64}$/.test(text) ? `${text.slice(0, SHORT_HASH)}…` : text}`
    })
    .join(', ')
}
