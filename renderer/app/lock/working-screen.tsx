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
          The workspace is being written anew
        </Title>
        <Text c="dimmed" size="sm">
          It opens again by itself. Should Debrief end meanwhile, nothing is lost.
        </Text>
        <Progress value={percent} aria-label="How far it has come" />
        <Text size="sm" role="status">
          {progress?.step ?? 'Opening it again'} ({percent}%)
        </Text>
      </div>
    </main>
  )
}
