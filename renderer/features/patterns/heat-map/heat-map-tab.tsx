import { plural, t } from '@lingui/core/macro'
import { Group, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { PatternOverview } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import type { PatternsSearch } from '../../../app/search.ts'
import { HeatMap, HeatMapKey } from '../../../charts/heat-map.tsx'
import { formatDayRange } from '../../../ui/dates.ts'
import { Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { NothingMeasured } from '../nothing-measured.tsx'
import { cellOf, groupWord } from '../words.ts'
import { CellPanel } from './cell-panel.tsx'
import { CellTable } from './cell-table.tsx'
import { sectionsOf } from './cells.ts'
import classes from '../patterns.module.css'
import { FlagList } from './flag-list.tsx'
import { KeptStrip } from '../findings/kept-strip.tsx'

interface HeatMapTabProps {
  search: PatternsSearch
  onSearch: (part: PatternsSearch, replace?: boolean) => void
  onDriver: (driverId: string) => void
}

/** Teams or queues x drivers: where to look, and from each figure to its conversations. */
export function HeatMapTab(props: HeatMapTabProps) {
  const { days } = props.search
  const query = useQuery(orpc.patterns.overview.queryOptions({ input: { days } }))
  return (
    <QueryView
      query={query}
      what={t`the heat map`}
      loading={<Loading label={t`the heat map`} rows={12} height={24} />}
    >
      {(overview) =>
        overview.cells.length === 0 ? <NothingMeasured /> : <Ready {...props} overview={overview} />
      }
    </QueryView>
  )
}

function Ready({ search, onSearch, onDriver, overview }: HeatMapTabProps & { overview: PatternOverview }) {
  const { drivers, cells, window, falseDiscoveryRate } = overview
  const hasTeams = overview.groups.some(({ kind }) => kind === 'team')
  const by = search.by ?? (hasTeams ? 'team' : 'queue')
  const groups = useMemo(() => overview.groups.filter(({ kind }) => kind === by), [overview, by])
  const sections = useMemo(() => sectionsOf(drivers, groups, cells), [drivers, groups, cells])
  const columns = useMemo(
    () =>
      groups.map((group) => ({
        key: groupWord(group),
        label: group.label,
        note: plural(group.agents, { one: '# agent', other: '# agents' }),
      })),
    [groups],
  )
  const selected = cellOf(cells, search.driver, search.group)
  const isOpen = selected !== null
  // back closes what was opened; from cell to cell nothing is added
  const onOpen = useCallback(
    (driver: string, group: string) => onSearch({ driver, group }, isOpen),
    [onSearch, isOpen],
  )
  const openFlag = (driver: string, group: string) =>
    onSearch({ driver, group, by: group.startsWith('queue ') ? 'queue' : undefined }, isOpen)
  const close = () => {
    const { driverId, group } = selected!
    onSearch({ driver: undefined, group: undefined }, true)
    // focus goes back to where the panel was opened from, in the map or in the table
    const label = `${drivers.find(({ id }) => id === driverId)?.label}, ${group.label}`
    const places = document.querySelectorAll<HTMLElement>(
      `[role=grid] [aria-label^=${JSON.stringify(`${label}:`)}], [aria-label=${JSON.stringify(t`Open ${label}`)}]`,
    )
    places[0]?.focus()
  }
  const share = Math.round(falseDiscoveryRate * 100)
  return (
    <div className={classes.columns} data-open={selected !== null || undefined}>
      <div className={classes.main}>
        <KeptStrip />
        <Section
          title={by === 'team' ? t`Teams beside each other` : t`Queues beside each other`}
          note={`${formatDayRange(window)} · ${plural(overview.agents, { one: '# agent', other: '# agents' })}`}
          actions={
            <Group gap="xs">
              <SegmentedControl
                size="xs"
                aria-label={t`Groups`}
                value={by}
                onChange={(value) =>
                  onSearch({ by: value === 'queue' ? 'queue' : undefined, group: undefined }, true)
                }
                data={[
                  { value: 'team', label: t`Teams` },
                  { value: 'queue', label: t`Queues` },
                ]}
              />
              <SegmentedControl
                size="xs"
                aria-label={t`Shown as`}
                value={search.table ? 'table' : 'map'}
                onChange={(value) => onSearch({ table: value === 'table' || undefined }, true)}
                data={[
                  { value: 'map', label: t`Map` },
                  { value: 'table', label: t`Table` },
                ]}
              />
            </Group>
          }
        >
          <Text
            size="sm"
            mb="xs"
            maw="130ch"
            title={t`At most ${share}% of the flags are expected to be false`}
          >
            {overview.sentence}
          </Text>
          <FlagList drivers={drivers} cells={cells} onOpen={openFlag} />
          {search.table ? (
            <CellTable
              drivers={drivers}
              cells={cells.filter(({ group }) => group.kind === by)}
              onOpen={onOpen}
            />
          ) : sections.length === 0 ? (
            <Text c="dimmed">
              {by === 'team'
                ? t`No team has data in these days: import a roster.`
                : t`No queue has data in these days.`}
            </Text>
          ) : (
            <>
              <HeatMap
                name={by === 'team' ? t`Drivers by team` : t`Drivers by queue`}
                corner={t`Driver`}
                columns={columns}
                sections={sections}
                selected={selected && { row: selected.driverId, column: groupWord(selected.group) }}
                onOpen={onOpen}
                onRow={onDriver}
              />
              <HeatMapKey />
            </>
          )}
        </Section>
      </div>
      {selected && (
        <CellPanel
          key={`${selected.driverId} ${groupWord(selected.group)}`}
          cell={selected}
          driver={drivers.find(({ id }) => id === selected.driverId)!}
          days={search.days}
          onDriver={onDriver}
          onClose={close}
        />
      )}
    </div>
  )
}
