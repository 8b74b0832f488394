import { IconAlertTriangle, IconFlask } from '@tabler/icons-react'
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import classes from './shell.module.css'

/** What one should know about this workspace before trusting it: the sample, read-only, a synced folder. */
export function WorkspaceWarnings({ status }: { status: WorkspaceStatus | undefined }) {
  if (!status) return null
  const warnings = [
    ...(status.isReadOnly ? ['This workspace is open read-only: nothing you change will be kept.'] : []),
    ...status.warnings,
  ]
  return (
    <aside aria-label="About this workspace">
      {status.isSample && (
        <div className={classes.sample} role="note">
          <IconFlask size={16} stroke={1.6} aria-hidden />
          <span>
            <strong>Sample workspace.</strong> The people, calls and figures are made up. Drop your own
            exports on the window at any time.
          </span>
        </div>
      )}
      {warnings.map((warning) => (
        <div key={warning} className={classes.warning} role="note">
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          <span>{warning}</span>
        </div>
      ))}
    </aside>
  )
}
