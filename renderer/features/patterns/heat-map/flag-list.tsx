import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import type { HeatCell, PatternDriver } from '../../../../shared/contract/group-patterns.ts'
import classes from '../patterns.module.css'
import { groupWord } from '../words.ts'

const MOST_SHOWN = 8

/** The flagged cells of teams and queues, the furthest first: where to look, also in a map larger than the screen. */
export function FlagList({
  drivers,
  cells,
  onOpen,
}: {
  drivers: readonly PatternDriver[]
  cells: readonly HeatCell[]
  onOpen: (driverId: string, group: string) => void
}) {
  const flagged = cells
    .filter(({ compared }) => compared?.isFlagged)
    .toSorted((a, b) => b.compared!.inDeltas - a.compared!.inDeltas)
  if (flagged.length === 0) return null
  return (
    <ul className={classes.flags} aria-label={t`Flagged`}>
      {flagged.slice(0, MOST_SHOWN).map(({ driverId, group }) => (
        <li key={`${driverId} ${groupWord(group)}`}>
          <Button
            variant="default"
            size="compact-sm"
            fw={500}
            leftSection={<span aria-hidden>▲</span>}
            onClick={() => onOpen(driverId, groupWord(group))}
          >
            {drivers.find(({ id }) => id === driverId)!.label} · {group.kind === 'queue' ? t`queue ` : ''}
            {group.label}
          </Button>
        </li>
      ))}
      {flagged.length > MOST_SHOWN && (
        <li>
          <Trans>and {flagged.length - MOST_SHOWN} more, marked in the map</Trans>
        </li>
      )}
    </ul>
  )
}
