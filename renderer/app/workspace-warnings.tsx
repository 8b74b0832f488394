import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconFlask, IconHistory } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import { formatDateTime } from '../ui/dates.ts'
import { notifyFailed } from '../ui/notify.tsx'
import { BackToNow } from './back-to-now.tsx'
import classes from './shell.module.css'
import { openWorkspace } from './workspace-choice.ts'

function SampleNote() {
  const leave = useMutation({
    mutationFn: () => openWorkspace('own'),
    onError: (error) => notifyFailed(t`Your own workspace could not be opened`, error),
  })
  return (
    <div className={classes.sample}>
      <IconFlask size={16} stroke={1.6} aria-hidden />
      <span className={classes.words}>
        <Trans>
          <strong>Sample workspace.</strong> The people, calls and figures are made up.
        </Trans>
      </span>
      <Button variant="subtle" size="compact-sm" loading={leave.isPending} onClick={() => leave.mutate()}>
        <Trans>Start with my own data</Trans>
      </Button>
    </div>
  )
}

/** Says that what is shown is a backup, and leads back where it was opened from here. */
function AsOfNote({ at }: { at: string }) {
  return (
    <div className={classes.asOf}>
      <IconHistory size={16} stroke={1.6} aria-hidden />
      <span className={classes.words}>
        <Trans>
          <strong>You are looking at a backup.</strong> Everything is as of {at}, and nothing can be changed.
          To go on from it, restore it.
        </Trans>
      </span>
      <BackToNow />
    </div>
  )
}

/** What one should know about this workspace before trusting it: the sample, read-only, a synced folder. */
export function WorkspaceWarnings({ status }: { status: WorkspaceStatus | undefined }) {
  if (!status) return null
  const warnings = [
    ...(status.isReadOnly && status.asOf === null
      ? [
          t`Open for reading only, because it is in use elsewhere or may not be written to. You can look at everything and change nothing.`,
        ]
      : []),
    ...status.warnings,
  ]
  if (!status.isSample && status.asOf === null && warnings.length === 0) return null
  return (
    <aside aria-label={t`About this workspace`}>
      {status.asOf !== null && <AsOfNote at={formatDateTime(status.asOf, status.timeZone)} />}
      {status.isSample && status.asOf === null && <SampleNote />}
      {warnings.map((warning) => (
        <div key={warning} className={classes.warning}>
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          <span>{warning}</span>
        </div>
      ))}
    </aside>
  )
}
