import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Approval } from '../../../../shared/contract/approvals.ts'
import type { Capability } from '../../../../shared/domain/capabilities.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { pagePolicyWords } from '../words/policy-words.ts'

/** What waits for the approval of a second person, and what has it. */
export function ApprovalsTab() {
  const list = useQuery(orpc.approvals.list.queryOptions())
  const policy = useQuery(orpc.policy.get.queryOptions())
  const needed = policy.data?.document.approvals ?? []
  const canAsk = policy.data?.hasSecondPerson === true && needed.length > 0
  return (
    <>
      {canAsk && <AskSection needed={needed} />}
      <Section title={t`Approvals`} note={t`the newest first`}>
        <QueryView query={list} what={t`approvals`}>
          {(approvals) =>
            approvals.length === 0 ? (
              <Empty icon={IconUserCheck} title={t`Nothing waits for approval`}>
                {policy.data?.hasSecondPerson === false
                  ? t`Nobody else has a profile here that may change the policy, so nobody can be asked.`
                  : t`Where the policy wants a second person, what is asked for and answered stands here.`}
              </Empty>
            ) : (
              <Stack gap="md">
                {approvals.map((one) => (
                  <ApprovalLine key={one.id} approval={one} />
                ))}
              </Stack>
            )
          }
        </QueryView>
      </Section>
    </>
  )
}

function AskSection({ needed }: { needed: readonly Capability[] }) {
  const [capability, setCapability] = useState<Capability | null>(needed[0] ?? null)
  const [why, setWhy] = useState('')
  const { doing } = pagePolicyWords()
  const ask = useMutation(
    orpc.approvals.ask.mutationOptions({
      onSuccess: () => {
        setWhy('')
        notifyDone(t`You have asked for approval.`)
      },
      onError: (error) => notifyFailed(t`Nobody was asked`, error),
    }),
  )
  return (
    <Section title={t`Ask for approval`}>
      <Group gap="sm" align="flex-end">
        <Select
          w={300}
          label={t({ message: 'To', context: 'do something' })}
          allowDeselect={false}
          data={needed.map((value) => ({ value, label: doing[value] }))}
          value={capability}
          onChange={setCapability}
        />
        <TextInput
          flex={1}
          label={t`Why`}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button
          disabled={capability === null || why.trim() === ''}
          loading={ask.isPending}
          onClick={() => capability && ask.mutate({ capability, why: why.trim() })}
        >
          <Trans>Ask</Trans>
        </Button>
      </Group>
    </Section>
  )
}

const states: Record<Approval['state'], { label: string; color: string }> = {
  open: { label: t`waits`, color: 'amber' },
  granted: { label: t`holds`, color: 'green' },
  declined: { label: t`declined`, color: 'red' },
  over: { label: t`over`, color: 'gray' },
}

function ApprovalLine({ approval }: { approval: Approval }) {
  const { id, capability, why, asker, askedAt, state, answeredBy, until, isMine } = approval
  const what = pagePolicyWords().doing[capability]
  const onError = (error: unknown) => notifyFailed(t`That was not done`, error)
  const grant = useMutation(orpc.approvals.grant.mutationOptions({ onError }))
  const decline = useMutation(orpc.approvals.decline.mutationOptions({ onError }))
  const withdraw = useMutation(orpc.approvals.withdraw.mutationOptions({ onError }))
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Group gap="xs">
          <Text>
            {isMine ? (
              <Trans>
                <strong>You</strong> asked to {what}
              </Trans>
            ) : (
              <Trans>
                <strong>{asker.name}</strong> asked to {what}
              </Trans>
            )}
          </Text>
          <Badge size="sm" variant="light" color={states[state].color}>
            {states[state].label}
          </Badge>
        </Group>
        <Text size="sm">{why}</Text>
        <Text size="sm" c="dimmed">
          <Instant at={askedAt} />
          {answeredBy !== null && t`, answered by ${answeredBy}`}
          {state === 'granted' && until !== null && (
            <>
              <Trans>
                , holds until <Instant at={until} />
              </Trans>
            </>
          )}
        </Text>
      </div>
      <Group gap="xs">
        {state === 'open' && !isMine && (
          <>
            <Button size="sm" loading={grant.isPending} onClick={() => grant.mutate({ id })}>
              <Trans>Approve</Trans>
            </Button>
            <Button
              size="sm"
              variant="default"
              loading={decline.isPending}
              onClick={() => decline.mutate({ id })}
            >
              <Trans>Decline</Trans>
            </Button>
          </>
        )}
        {(state === 'granted' || (state === 'open' && isMine)) && (
          <Button
            size="sm"
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ id })}
          >
            <Trans>Take back</Trans>
          </Button>
        )}
      </Group>
    </Group>
  )
}
