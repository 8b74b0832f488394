import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { FormAndDays, mostUsedFirst } from '../form-and-days.tsx'
import { EstimatesSection } from './estimates-section.tsx'

/** What reviews say of all conversations, by team; what was drawn is never pooled with what nobody knows the selection of. */
export function ResultsTab() {
  const scorecards = useQuery(orpc.scorecards.list.queryOptions())
  const [chosen, setChosen] = useState<number | null>(null)
  const [days, setDays] = useState<number>(84)
  const reviewed = mostUsedFirst(scorecards.data ?? [])
  const scorecardId = chosen ?? reviewed[0]?.id ?? null
  return (
    <QueryView query={scorecards} what={t`the results`} loading={<Loading label={t`the results`} rows={6} />}>
      {() =>
        scorecardId === null ? (
          <Empty icon={IconChartBar} title={t`Nothing is reviewed yet`}>
            <Trans>Results come with the first reviews, imported or made here.</Trans>
          </Empty>
        ) : (
          <>
            <FormAndDays
              forms={reviewed}
              onScorecard={setChosen}
              days={days}
              onDays={setDays}
              {...{ scorecardId }}
            />
            <EstimatesSection scorecardId={scorecardId} days={days} />
          </>
        )
      }
    </QueryView>
  )
}
