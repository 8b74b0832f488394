import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ExportDone } from '../../../../shared/contract/exports.ts'
import { client } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { Refused, WrittenFiles } from './export-outcome.tsx'

type State =
  | { is: 'none' }
  | { is: 'cancelled' }
  | { is: 'running'; share: number; step: string }
  | { is: 'done'; done: ExportDone }
  | { is: 'failed'; sentence: string }

/** An export that the page itself follows; leaving the page ends it, and nothing of it is left. */
export function useDirectExport() {
  const [state, setState] = useState<State>({ is: 'none' })
  const following = useRef<AbortController | null>(null)
  useEffect(() => () => following.current?.abort(), [])
  const start = async (order: { format: 'csv' | 'parquet'; withCustomers: boolean }) => {
    const abort = new AbortController()
    following.current = abort
    setState({ is: 'running', share: 0, step: 'Ranking' })
    try {
      for await (const { share, step, done } of await client.exports.write(order, { signal: abort.signal })) {
        if (abort.signal.aborted) return
        setState(done ? { is: 'done', done } : { is: 'running', share, step })
      }
    } catch (error) {
      if (!abort.signal.aborted) setState({ is: 'failed', sentence: errorSentence(error) })
    }
  }
  const cancel = () => {
    following.current?.abort()
    setState({ is: 'cancelled' })
  }
  return { state, start, cancel }
}

/** How far it is, and what came of it. */
export function DirectExport({ state, onCancel }: { state: State; onCancel: () => void }) {
  if (state.is === 'none') return null
  if (state.is === 'failed') return <Refused sentence={state.sentence} />
  if (state.is === 'done') return <WrittenFiles {...state.done} />
  if (state.is === 'cancelled')
    return (
      <Text size="sm" role="status">
        <Trans>Cancelled; nothing was exported.</Trans>
      </Text>
    )
  return (
    <Stack gap={6} role="group" aria-label={t`Exporting`}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          <Trans>Exporting</Trans>
        </Text>
        <Button variant="default" size="xs" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
      <Progress value={state.share * 100} aria-label={t`Progress: Exporting`} />
      <Text size="sm" c="dimmed" truncate>
        {state.step}
      </Text>
    </Stack>
  )
}
