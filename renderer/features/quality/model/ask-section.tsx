import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Select, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { JudgeEstimate } from '../../../../shared/contract/judge.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { formatNumber } from '../../../ui/format.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import styles from './model.module.css'
import { basisWords, moneyWords, timeWords } from './words.ts'

const windows = [7, 28, 84, 365]

/** A batch: what it would take, and only then the button that sends. */
export function AskSection({ isBusy }: { isBusy: boolean }) {
  const forms = useQuery(orpc.judge.questions.queryOptions())
  const [scorecardId, setScorecardId] = useState<number | null>(null)
  const [days, setDays] = useState(28)
  const estimating = useMutation(orpc.judge.estimate.mutationOptions())
  const starting = useMutation(
    orpc.judge.start.mutationOptions({
      onSuccess: () => estimating.reset(),
      onError: (error) => notifyFailed(t`Nothing was sent`, error),
    }),
  )
  const ready = (forms.data ?? []).filter(({ questions }) => questions.some(({ isOn }) => isOn))
  const chosen = ready.find((form) => form.scorecardId === scorecardId) ?? ready[0]
  if (chosen === undefined) return null
  const order = { scorecardId: chosen.scorecardId, days }
  const estimate = estimating.data
  return (
    <Section
      title={t`Ask about conversations`}
      note={t`What was asked before is not asked again. Imports go on meanwhile.`}
    >
      <Group gap="sm" align="flex-end">
        <Select
          label={t`Scorecard`}
          w={260}
          allowDeselect={false}
          data={ready.map((form) => ({ value: String(form.scorecardId), label: form.form }))}
          value={String(chosen.scorecardId)}
          onChange={(value) => {
            setScorecardId(Number(value))
            estimating.reset()
          }}
        />
        <Select
          label={t`Conversations of`}
          w={180}
          allowDeselect={false}
          data={windows.map((n) => ({ value: String(n), label: t`the last ${n} days` }))}
          value={String(days)}
          onChange={(value) => {
            setDays(Number(value))
            estimating.reset()
          }}
        />
        <Button variant="default" loading={estimating.isPending} onClick={() => estimating.mutate(order)}>
          <Trans>Estimate</Trans>
        </Button>
        {estimating.isError && (
          <Text size="sm" c="red" role="status">
            {errorSentence(estimating.error)}
          </Text>
        )}
      </Group>
      {estimate && (
        <>
          <Estimate estimate={estimate} />
          <Group gap="xs">
            <Button
              disabled={isBusy || estimate.questions === 0}
              loading={starting.isPending}
              onClick={() => starting.mutate(order)}
            >
              {estimate.requests === 0 ? t`Take what is known` : t`Send to ${estimate.host}`}
            </Button>
            <Button variant="default" onClick={() => estimating.reset()}>
              <Trans>Not now</Trans>
            </Button>
          </Group>
        </>
      )}
    </Section>
  )
}

function Estimate({ estimate }: { estimate: JudgeEstimate }) {
  const { money, known, notAsked, refused, tokensIn, tokensOut, tokensOutAtMost } = estimate
  const without = [
    known > 0 && t`${formatNumber(known)} known already`,
    notAsked > 0 && t`${formatNumber(notAsked)} not fit to ask`,
    refused > 0 && t`${formatNumber(refused)} not redacted enough`,
  ].filter((part) => part !== false)
  return (
    <>
      <dl className={styles.estimate} aria-label={t`What it would take`}>
        <div>
          <dt>
            <Trans>Questions</Trans>
          </dt>
          <dd>
            {formatNumber(estimate.questions)}
            <small>
              <Plural value={estimate.conversations} one="# conversation" other="# conversations" />,{' '}
              {formatDayRange(estimate.days)}
            </small>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Requests</Trans>
          </dt>
          <dd>
            {formatNumber(estimate.requests)}
            <small>{without.length === 0 ? t`at most` : t`at most; ${without.join(', ')}`}</small>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Tokens</Trans>
          </dt>
          <dd>
            <Trans>
              {formatNumber(tokensIn)} read
              <small>
                {formatNumber(tokensOut)} written, {formatNumber(tokensOutAtMost)} at most
              </small>
            </Trans>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Money</Trans>
          </dt>
          <dd>
            {money === null ? t`No prices given` : t`About ${moneyWords(money.expected, money.currency)}`}
            {money !== null && (
              <small>
                <Trans>{moneyWords(money.atMost, money.currency)} at most</Trans>
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Time</Trans>
          </dt>
          <dd>
            {estimate.requests === 0 ? t`None` : t`About ${timeWords(estimate.seconds)}`}
            <small>{basisWords[estimate.basis]}</small>
          </dd>
        </div>
      </dl>
      {estimate.isOverLimit && (
        <Alert
          variant="light"
          color="amber"
          p="xs"
          mb="sm"
          icon={<IconAlertTriangle size={16} aria-hidden />}
        >
          <Trans>It will stop at the limit before its end. What is answered until then is kept.</Trans>
        </Alert>
      )}
    </>
  )
}
