import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { CloseButton, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { TeamList } from '../../../shared/contract/coaching.ts'
import type { Team } from '../../../shared/contract/people.ts'
import type { Preferences } from '../../../shared/contract/workspace.ts'
import { windowChoices, type CoachingSearch } from '../../app/search.ts'
import { formatDayRange } from '../../ui/dates.ts'
import { ReportMenu } from '../../ui/report-menu.tsx'
import classes from './team-filters.module.css'
import { Weighing } from './weighing.tsx'

const MINE = 'mine'
const ALL = '0'

/** Which team, which window, which name, and what all of it is weighed by. */
export function TeamFilters({
  teams,
  preferences,
  search,
  days,
  list,
  onChange,
  onEnter,
}: {
  teams: Team[]
  preferences: Preferences
  search: CoachingSearch
  days: number
  list: TeamList | undefined
  onChange: (next: CoachingSearch) => void
  /** Enter in the search: take the first that matches. */
  onEnter: (typed: string) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  // The address follows what is typed, and on a busy machine it lags: the field keeps its own letters, so that none is lost.
  const [typed, setTyped] = useState(search.q ?? '')
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(search.q ?? '')
  }, [search.q])
  const look = (text: string) => {
    setTyped(text)
    onChange({ q: text || undefined })
  }
  useHotkeys([
    [
      '/',
      () => {
        field.current?.focus()
        field.current?.select()
      },
    ],
  ])
  const myTeamIds = preferences.myTeamIds ?? []
  const hasMine = myTeamIds.length > 0 && myTeamIds.length < teams.length
  const choices = [
    ...(hasMine ? [{ value: MINE, label: t`My teams` }] : []),
    { value: ALL, label: t`All teams` },
    ...teams.map((team) => ({ value: String(team.id), label: team.name })),
  ]
  const windows = windowChoices.map((choice) => ({ value: String(choice), label: t`${choice} d` }))
  return (
    <Stack gap={8} className={classes.filters}>
      <div className={classes.row}>
        <Select
          aria-label={t`Team`}
          data={choices}
          value={search.team === undefined ? (hasMine ? MINE : ALL) : String(search.team)}
          onChange={(value) =>
            onChange({ team: value === MINE ? undefined : Number(value ?? 0), agent: undefined })
          }
          allowDeselect={false}
          searchable={teams.length > 8}
          flex={1}
          size="xs"
        />
        <SegmentedControl
          aria-label={t`Window in days`}
          size="xs"
          data={windows}
          value={String(days)}
          onChange={(value) => onChange({ days: windowChoices.find((choice) => String(choice) === value) })}
        />
      </div>
      <TextInput
        ref={field}
        aria-label={t`Find an agent`}
        placeholder={t`Find an agent  ( / )`}
        size="xs"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          typed ? (
            <CloseButton size="xs" aria-label={t`Clear the search`} onClick={() => look('')} />
          ) : undefined
        }
        value={typed}
        onChange={(event) => look(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter(typed)
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <div>
        {list && (
          <Group justify="space-between" wrap="nowrap" gap={6}>
            <Text size="xs" c="dimmed">
              <Trans>
                {formatDayRange(list.window)}, against the {days} days before
              </Trans>
            </Text>
            <ReportMenu
              kind="weekly"
              teamId={teamOfReport(search.team, myTeamIds)}
              days={days}
              size="compact-xs"
            />
          </Group>
        )}
        {list?.isRanked !== false && (
          <Weighing
            preferences={preferences}
            outcomeId={list?.outcome}
            onWindowChosen={() => onChange({ days: undefined })}
          />
        )}
      </div>
    </Stack>
  )
}

/** The one team that is shown; of several the report is about everybody. */
function teamOfReport(team: number | undefined, mine: readonly number[]): number | undefined {
  if (team !== undefined) return team === 0 ? undefined : team
  return mine.length === 1 ? mine[0] : undefined
}
