import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Capability } from '../../shared/domain/capabilities.ts'
import { client } from '../app/client.ts'
import { errorSentence } from './error-sentence.ts'

/** Asks a second person to approve what was just refused, where the refusal is shown. A notice stands outside of the page's queries, so it calls by itself. */
export function AskForApproval({ capability }: { capability: Capability }) {
  const [why, setWhy] = useState('')
  const [state, setState] = useState<'open' | 'asking' | 'asked'>('open')
  const [failed, setFailed] = useState<string | null>(null)
  const ask = async () => {
    setState('asking')
    try {
      await client.approvals.ask({ capability, why: why.trim() })
      setState('asked')
    } catch (error) {
      setFailed(errorSentence(error))
      setState('open')
    }
  }
  if (state === 'asked')
    return (
      <Text size="sm" fw={600} mt={6} role="status">
        <Trans>Approval was asked for. Do it again once it is given.</Trans>
      </Text>
    )
  return (
    <Group gap="xs" mt={8} align="flex-end" wrap="nowrap">
      <TextInput
        size="xs"
        flex={1}
        label={t`Why`}
        maxLength={500}
        value={why}
        error={failed}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button
        size="xs"
        flex="none"
        loading={state === 'asking'}
        disabled={why.trim() === ''}
        onClick={() => void ask()}
      >
        <Trans>Ask for approval</Trans>
      </Button>
    </Group>
  )
}
