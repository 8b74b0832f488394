import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useRef } from 'react'
import type { SearchHit } from '../../../../shared/contract/search.ts'
import { MomentSounds } from '../../../app/sound/moment-sounds.tsx'
import { useWhereOneWas } from '../list/where-one-was.ts'
import { HitCard, hitKey } from './hit-card.tsx'
import styles from './search-page.module.css'

interface HitListProps {
  hits: SearchHit[]
  ref: Ref<HTMLOListElement>
  isStale: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  onMore(): void
  /** The up arrow on the first hit. */
  onTop(): void
}

const hitUnder = (element: Element) => element.closest<HTMLElement>('[data-hit]')

/** Found turns. Arrows (or `j` and `k`) go from one to the next, Enter opens. Back from a conversation its hit has the keyboard again. */
export function HitList(props: HitListProps) {
  const { hits, ref, isStale, hasNextPage, isFetchingNextPage, onMore, onTop } = props
  const search = useSearch({ from: '/conversations/search' })
  const frame = useRef<HTMLDivElement>(null)
  const leaveSearch = useWhereOneWas((state) => state.leaveSearch)
  useEffect(() => {
    const { found } = useWhereOneWas.getState()
    if (!found || JSON.stringify(found.search) !== JSON.stringify(search)) return
    const links = frame.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? []
    ;[...links].find((link) => link.dataset['hit'] === found.hit)?.focus()
    // only once, when the list comes back: afterwards the keyboard is the reader's
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const hit = event.target instanceof Element ? hitUnder(event.target)?.dataset['hit'] : undefined
    if (hit !== undefined) leaveSearch(search, hit)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }
    const step = steps[event.key]
    if (step === undefined) return
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')]
    const here = links.findIndex((link) => link === document.activeElement)
    if (here < 0) return
    event.preventDefault()
    if (here + step < 0) onTop()
    else links[here + step]?.focus()
  }
  return (
    <div ref={frame} className={styles.frame} onClick={onClick} onKeyDown={onKeyDown} data-stale={isStale}>
      <ol className={styles.hits} ref={ref} aria-label={t`Found turns`}>
        <MomentSounds interactionIds={hits.map(({ interactionId }) => interactionId)}>
          {hits.map((hit) => (
            <HitCard key={hitKey(hit)} hit={hit} />
          ))}
        </MomentSounds>
      </ol>
      {hasNextPage && (
        <Button variant="subtle" fullWidth radius={0} loading={isFetchingNextPage} onClick={onMore}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </div>
  )
}
