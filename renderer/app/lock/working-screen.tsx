import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Progress, Text, Title } from '@mantine/core'
import type { ProtectionView } from '../../../shared/contract/protection.ts'
import classes from './lock.module.css'

/** What is shown while the workspace is being encrypted or made plain, when nothing else can be asked of it. */
export function WorkingScreen({ progress }: { progress: ProtectionView['progress'] }) {
  const percent = Math.round((progress?.share0to1 ?? 0) * 100)
  return (
    <main className={classes.screen}>
      <div className={classes.card}>
        <Title order={1} size="h2">
          <Trans>The workspace is being written anew</Trans>
        </Title>
        <Text c="dimmed" size="sm">
          <Trans>It opens again by itself. Should Debrief end meanwhile, nothing is lost.</Trans>
        </Text>
        <Progress value={percent} aria-label={t`How far it has come`} />
        <Text size="sm" role="status">
          {progress?.step ?? t`Opening it again`} ({percent}%)
        </Text>
      </div>
    </main>
  )
}
