import { t } from '@lingui/core/macro'
import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Failure, Loading } from '../../ui/states.tsx'
import { orpc } from '../client.ts'
import rail from '../rail.module.css'
import { healthState } from './health-groups.ts'
import { HealthPanel } from './health-panel.tsx'
import classes from './health.module.css'
import { useAfterThePage } from './use-after-the-page.ts'

const looks = {
  blocking: { icon: IconAlertTriangle, words: t`figures mislead` },
  'worth-knowing': { icon: IconInfoCircle, words: t`something is missing` },
  well: { icon: IconShieldCheck, words: t`nothing is missing` },
  unknown: { icon: IconShieldQuestion, words: t`not looked at yet` },
}

/** In the corner of every view: whether anything is missing in the data, and at a click what. */
export function HealthButton({ isOpen, onChange }: { isOpen: boolean; onChange: (isOpen: boolean) => void }) {
  const isPageDrawn = useAfterThePage()
  const health = useQuery(orpc.health.report.queryOptions({ enabled: isPageDrawn || isOpen }))
  const isReadOnly = useQuery(orpc.workspace.status.queryOptions()).data?.isReadOnly ?? true
  const { state, count } = health.data
    ? healthState(health.data.findings)
    : { state: 'unknown' as const, count: 0 }
  const { icon: Picture, words } = looks[health.data?.newestDay === null ? 'unknown' : state]
  const label = t`Data health: ${health.data?.newestDay === null ? t`no data yet` : words}${count > 0 ? ` (${count})` : ''}`
  return (
    <Popover
      width={460}
      position="right-end"
      offset={30}
      opened={isOpen}
      onChange={onChange}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Tooltip label={`${label} (g h)`} position="right" disabled={isOpen}>
          <ActionIcon
            className={`${rail.tool} ${classes.button}`}
            size="lg"
            aria-label={label}
            data-state={state}
            data-count={count === 0 ? undefined : count > 99 ? '99+' : count}
            onClick={() => onChange(!isOpen)}
          >
            <Picture size={19} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={t`Data health`}>
        {health.data ? (
          <HealthPanel health={health.data} canWrite={!isReadOnly} onClose={() => onChange(false)} />
        ) : health.isError ? (
          <Failure error={health.error} what={t`data health`} onRetry={() => void health.refetch()} />
        ) : (
          <Loading label={t`data health`} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
