import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { DraftView } from './draft-view.tsx'
import { PublishedView } from './published-view.tsx'

const route = getRouteApi('/quality/scorecards/$scorecardId')

/** One scorecard: its draft to be edited where there is one, else the version reviewers score on. */
export function ScorecardPage() {
  const { scorecardId } = route.useParams()
  const query = useQuery(orpc.scorecards.get.queryOptions({ input: { id: scorecardId } }))
  if (query.data === undefined) {
    return (
      <Page
        title={t`Scorecard`}
        actions={
          <TextLink to="/quality" search={{ tab: 'scorecards' }}>
            <Trans>All scorecards</Trans>
          </TextLink>
        }
      >
        <QueryView
          query={query}
          what={t`the scorecard`}
          loading={<Loading label={t`the scorecard`} rows={10} />}
        >
          {() => null}
        </QueryView>
      </Page>
    )
  }
  const scorecard = query.data
  return scorecard.draft === null ? (
    <PublishedView scorecard={scorecard} />
  ) : (
    <DraftView key={scorecard.id} scorecard={scorecard} draft={scorecard.draft} />
  )
}
