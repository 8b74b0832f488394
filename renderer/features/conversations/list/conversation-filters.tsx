import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { conversationSort } from '../../../../shared/contract/conversations.ts'
import { orpc } from '../../../app/client.ts'
import type { ConversationsSearch } from '../../../app/search.ts'
import { channelWords } from '../../../conversation/words.ts'

const sortLabels = {
  newest: t`Newest first`,
  oldest: t`Oldest first`,
  longest: t`Longest first`,
  'worst-ending': t`Customer unhappiest at the end`,
  'best-ending': t`Customer happiest at the end`,
} as const

/** A day not chosen reads as the placeholders beside it. */
const unset = { input: { color: 'var(--ink-dim)' } }

interface ConversationFiltersProps {
  search: ConversationsSearch
  queues: string[]
  channels: string[]
  onChange(change: Partial<ConversationsSearch>): void
  /** Without it, the caller clears all filters at once. */
  onClear?(): void
}

/** True when the address narrows the list. Sorting is no filter. */
export function hasFilters(search: ConversationsSearch): boolean {
  return Object.entries(search).some(([name, value]) => name !== 'sort' && value !== undefined)
}

/** Who, where, how and when; what is chosen stands in the address. */
export function ConversationFilters({
  search,
  queues,
  channels,
  onChange,
  onClear,
}: ConversationFiltersProps) {
  const people = useQuery(orpc.people.list.queryOptions({ input: {} }))
  const teams = useQuery(orpc.people.teams.queryOptions())
  const agents = (people.data ?? [])
    .filter((person) => search.team === undefined || person.teamId === search.team)
    .map((person) => ({ value: String(person.id), label: person.name }))
  const number = (value: string | null) => (value === null ? undefined : Number(value))
  return (
    <Group gap="xs" role="search" aria-label={t`Filter conversations`}>
      <Select
        aria-label={t`Team`}
        placeholder={t`All teams`}
        w={152}
        clearable
        data={(teams.data ?? []).map((team) => ({ value: String(team.id), label: team.name }))}
        value={search.team === undefined ? null : String(search.team)}
        onChange={(value) => onChange({ team: number(value), agent: undefined })}
      />
      <Select
        aria-label={t`Agent`}
        placeholder={t`All agents`}
        w={158}
        clearable
        searchable
        nothingFoundMessage={t`Nobody by that name`}
        data={agents}
        value={search.agent === undefined ? null : String(search.agent)}
        onChange={(value) => onChange({ agent: number(value) })}
      />
      <Select
        aria-label={t`Queue`}
        placeholder={t`All queues`}
        w={152}
        clearable
        searchable
        data={withChosen(queues, search.queue)}
        value={search.queue ?? null}
        onChange={(value) => onChange({ queue: value ?? undefined })}
      />
      <Select
        aria-label={t`Channel`}
        placeholder={t`All channels`}
        w={128}
        clearable
        data={withChosen(channels, search.channel).map((value) => ({ value, label: channelWords(value) }))}
        value={search.channel ?? null}
        onChange={(value) => onChange({ channel: value ?? undefined })}
      />
      <TextInput
        type="date"
        aria-label={t`From day`}
        leftSection={
          <Text size="xs" c="dimmed">
            <Trans>from</Trans>
          </Text>
        }
        leftSectionWidth={42}
        w={168}
        max={search.to}
        value={search.from ?? ''}
        styles={search.from === undefined ? unset : undefined}
        onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        aria-label={t`To day`}
        leftSection={
          <Text size="xs" c="dimmed">
            <Trans>to</Trans>
          </Text>
        }
        leftSectionWidth={28}
        w={154}
        min={search.from}
        value={search.to ?? ''}
        styles={search.to === undefined ? unset : undefined}
        onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
      />
      {onClear && hasFilters(search) && (
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          px="xs"
          leftSection={<IconFilterOff size={15} aria-hidden />}
          onClick={onClear}
        >
          <Trans>Clear</Trans>
        </Button>
      )}
    </Group>
  )
}

/** In which order the list stands. */
export function ConversationOrder({
  search,
  onChange,
}: Pick<ConversationFiltersProps, 'search' | 'onChange'>) {
  return (
    <Select
      aria-label={t`Order`}
      w={232}
      allowDeselect={false}
      data={conversationSort.options.map((value) => ({ value, label: sortLabels[value] }))}
      value={search.sort ?? 'newest'}
      onChange={(value) => {
        const chosen = conversationSort.safeParse(value)
        if (chosen.success) onChange({ sort: chosen.data === 'newest' ? undefined : chosen.data })
      }}
    />
  )
}

/** A value from the address is offered even where the data no longer has it, so that it can be seen and cleared. */
function withChosen(values: string[], chosen: string | undefined): string[] {
  return chosen === undefined || values.includes(chosen) ? values : [...values, chosen]
}
