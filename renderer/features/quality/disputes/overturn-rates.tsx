import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { OverturnRate } from '../../../../shared/contract/disputes.ts'
import { orpc } from '../../../app/client.ts'
import { IntervalRows } from '../../../charts/interval-rows.tsx'
import { formatInterval, formatNumber, formatValue } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'

const mostRows = 12

/** How often a decision changed the answer, by question and by whose answer it was. */
export function OverturnRates() {
  const query = useQuery(orpc.disputes.rates.queryOptions())
  return (
    <QueryView query={query} what={t`the rates`} loading={<Loading label={t`the rates`} rows={4} />}>
      {({ questions, reviewers }) => (
        <Section title={t`How often answers are overturned`} note={t`share of decided answers, 95% interval`}>
          <Stack gap="lg">
            <Rows
              name={t`By question`}
              rows={questions.map(({ questionId, question, ...rate }) => ({
                key: questionId,
                label: question,
                rate,
              }))}
            />
            <Rows
              name={t`By reviewer`}
              rows={reviewers.map(({ reviewer, ...rate }) => ({ key: reviewer, label: reviewer, rate }))}
            />
          </Stack>
          <Text size="xs" c="dimmed" mt="xs">
            <Trans>
              Only answers that somebody disputed: it says where reviewers and agents differ, not how often a
              reviewer is wrong.
            </Trans>
          </Text>
        </Section>
      )}
    </QueryView>
  )
}

function Rows({
  name,
  rows,
}: {
  name: string
  rows: { key: string | number; label: string; rate: OverturnRate }[]
}) {
  return (
    <IntervalRows
      name={name}
      head={[name, t`Overturned`, t`Decided`]}
      low={0}
      high={1}
      ends={['0%', '100%']}
      rows={rows.slice(0, mostRows).map(({ key, label, rate }) => ({
        key,
        label,
        value: rate.share,
        low: rate.low,
        high: rate.high,
        figure: `${formatValue(rate.share, 'share')} (${formatInterval(rate.low, rate.high, 'share')})`,
        count: formatNumber(rate.n),
      }))}
    />
  )
}
