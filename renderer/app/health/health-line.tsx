import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconPointFilled } from '@tabler/icons-react'
import type { HealthFinding } from '../../../shared/contract/health.ts'
import { withLocalDays } from '../../ui/dates.ts'
import { HealthLink } from './health-link.tsx'
import classes from './health.module.css'

const marks = {
  blocking: { icon: IconAlertTriangle, label: t`Misleads:` },
  'worth-knowing': { icon: IconInfoCircle, label: t`Worth knowing:` },
  note: { icon: IconPointFilled, label: t`Note:` },
}

/** One finding: what is missing, what to do about it, and setting it aside or bringing it back. */
export function HealthLine({
  finding,
  canWrite,
  onGo,
  onToggle,
}: {
  finding: HealthFinding
  /** False where the workspace may only be read. */
  canWrite: boolean
  onGo: () => void
  onToggle: (finding: HealthFinding) => void
}) {
  const { icon: Picture, label } = marks[finding.severity]
  return (
    <li className={classes.line} data-severity={finding.severity}>
      <Picture size={17} stroke={1.8} role="img" aria-label={label} />
      <div className={classes.words}>
        <p className={classes.sentence}>{withLocalDays(finding.sentence)}</p>
        <div className={classes.acts}>
          <HealthLink to={finding.link} label={finding.todo} onGo={onGo} />
          {canWrite && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              flex="none"
              fw={500}
              aria-label={`${finding.isSetAside ? t`Bring back` : t`Set aside`}: ${finding.sentence}`}
              onClick={() => onToggle(finding)}
            >
              {finding.isSetAside ? t`Bring back` : t`Set aside`}
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}
