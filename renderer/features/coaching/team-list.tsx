import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { AgentState, TeamList as TeamListData, TeamListItem } from '../../../shared/contract/coaching.ts'
import { isTyping } from '../../ui/keyboard.ts'
import { RankingOff } from '../../ui/ranking-off.tsx'
import { Empty } from '../../ui/states.tsx'
import { HiddenPeople } from './hidden-people.tsx'
import { groupByState, namesOfSeveral, neighbour, tiedWithAbove } from './neighbours.ts'
import { SystemicStrip } from './systemic-strip.tsx'
import classes from './team-list.module.css'
import { TeamListRow } from './team-list-row.tsx'
import { stateLabels } from './words.ts'

type Row = { kind: 'state'; state: AgentState; count: number } | { kind: 'agent'; item: TeamListItem }

/** The team: findings about the process, then people by state (by name where nobody is ranked), then who is hidden. */
export function TeamList({
  team,
  shown,
  chosenId,
  isSearching,
  isStale,
  onChoose,
  onClearSearch,
}: {
  team: TeamListData
  /** What is left of the items after searching, in the order of the list. */
  shown: TeamListItem[]
  chosenId: number | undefined
  isSearching: boolean
  isStale: boolean
  onChoose: (agentId: number) => void
  onClearSearch: () => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const ties = useMemo(() => tiedWithAbove(team.items), [team.items])
  const namesakes = useMemo(() => namesOfSeveral(team.items), [team.items])
  const highest = Math.max(0, ...team.items.map(({ priority }) => priority))
  const rows = useMemo<Row[]>(
    () =>
      groupByState(shown).flatMap(({ state, items }) => [
        ...(state === 'unranked' ? [] : [{ kind: 'state' as const, state, count: items.length }]),
        ...items.map((item) => ({ kind: 'agent' as const, item })),
      ]),
    [shown],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'state' ? 32 : 62),
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : row.kind === 'state' ? row.state : row.item.agent.id
    },
    overscan: 8,
  })

  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (isTyping(event)) return
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : null
      const next = step === null ? undefined : neighbour(shown, chosenId, step)
      if (next !== undefined) onChoose(next)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [shown, chosenId, onChoose])

  useEffect(() => {
    const index = rows.findIndex((row) => row.kind === 'agent' && row.item.agent.id === chosenId)
    if (index >= 0) virtual.scrollToIndex(index <= 1 ? 0 : index, { align: 'auto' })
    // The rows changing by themselves must not pull the list back to the chosen one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosenId])

  const moveByArrow = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step === null) return
    event.preventDefault()
    const next = neighbour(shown, chosenId, step)
    if (next === undefined) return
    onChoose(next)
    scroller.current?.querySelector<HTMLElement>(`[data-agent="${next}"]`)?.focus({ preventScroll: true })
  }

  return (
    <>
      <SystemicStrip findings={team.systemic} />
      {!team.isRanked && (
        <div className={classes.note}>
          <RankingOff />
        </div>
      )}
      <div
        ref={scroller}
        className={classes.scroller}
        data-stale={isStale || undefined}
        onKeyDown={moveByArrow}
        tabIndex={0}
        role="group"
        aria-label={team.isRanked ? t`Ranked agents` : t`Agents by name`}
      >
        {rows.length === 0 && isSearching && (
          <Empty
            title={t`Nobody matches`}
            actions={
              <Button variant="default" onClick={onClearSearch}>
                <Trans>Clear the search</Trans>
              </Button>
            }
          >
            <Trans>The search looks at names, teams and reasons.</Trans>
          </Empty>
        )}
        {rows.length === 0 && !isSearching && (
          <Empty title={t`Nobody was active in this window`}>
            <Trans>Choose a longer window or another team.</Trans>
          </Empty>
        )}
        <ol className={classes.list} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((place) => {
            const row = rows[place.index]
            if (!row) return null
            return (
              <li
                key={place.key}
                ref={virtual.measureElement}
                data-index={place.index}
                className={classes.place}
                style={{ transform: `translateY(${place.start}px)` }}
              >
                {row.kind === 'state' ? (
                  <div className={classes.state} data-state={row.state}>
                    {stateLabels[row.state]} <span>{row.count}</span>
                  </div>
                ) : (
                  <TeamListRow
                    item={row.item}
                    isChosen={row.item.agent.id === chosenId}
                    priorityShare={highest > 0 ? row.item.priority / highest : 0}
                    isTied={ties.has(row.item.agent.id)}
                    hasNamesake={namesakes.has(row.item.agent.name)}
                    onChoose={onChoose}
                  />
                )}
              </li>
            )
          })}
        </ol>
        <HiddenPeople hidden={team.hidden} isRanked={team.isRanked} />
      </div>
    </>
  )
}
