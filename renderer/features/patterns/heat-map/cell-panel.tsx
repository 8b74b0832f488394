import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, CloseButton, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBookmark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { HeatCell, PatternDriver } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { AgentsOfTeam, AgentsWithin } from '../behind/agents.tsx'
import { Conversations } from '../behind/conversations.tsx'
import { GroupFigures } from '../group-figures.tsx'
import { groupWord } from '../words.ts'
import classes from '../patterns.module.css'
import { KeepFinding } from './keep-finding.tsx'

/** What stands behind one cell: its figures, its conversations, its people, and how to keep it. */
export function CellPanel({
  cell,
  driver,
  days,
  onDriver,
  onClose,
}: {
  cell: HeatCell
  driver: PatternDriver
  days: number | undefined
  onDriver: (driverId: string) => void
  onClose: () => void
}) {
  const { group } = cell
  const [isKeeping, keeping] = useDisclosure(false)
  const panel = useRef<HTMLElement>(null)
  const kept = useQuery(orpc.systemic.list.queryOptions({ input: { driverId: driver.id } })).data?.filter(
    (finding) => groupWord(finding.group) === groupWord(group),
  )
  useEffect(() => panel.current?.focus(), [])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label={`${driver.label}, ${group.label}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isKeeping) onClose()
      }}
    >
      <div className={classes.head}>
        <div>
          <h2 className={classes.title}>{driver.label}</h2>
          <span className={classes.group}>{group.label}</span>
        </div>
        <CloseButton aria-label={t`Close the panel`} onClick={onClose} />
      </div>
      <span>{cell.sentence}</span>
      <GroupFigures driver={driver} group={group} cell={cell} />
      <Group gap="xs">
        <Button leftSection={<IconBookmark size={14} aria-hidden />} onClick={keeping.open}>
          <Trans>Keep as a finding</Trans>
        </Button>
        <Button variant="default" onClick={() => onDriver(driver.id)}>
          <Trans>All of this driver</Trans>
        </Button>
      </Group>
      {kept?.map(({ id, title }) => (
        <span key={id}>
          <Trans>
            Kept already:{' '}
            <TextLink to="/patterns/findings/$findingId" params={{ findingId: id }} size="sm">
              {title}
            </TextLink>
          </Trans>
        </span>
      ))}
      <Conversations driverId={driver.id} group={group} over="window" days={days} />
      {group.kind === 'team' ? (
        <AgentsOfTeam driver={driver} group={group} days={days} />
      ) : (
        <AgentsWithin driverId={driver.id} group={group} over="window" days={days} />
      )}
      <KeepFinding cell={cell} driver={driver} days={days} opened={isKeeping} onClose={keeping.close} />
    </aside>
  )
}
