import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { FindingView } from './finding-view.tsx'

const route = getRouteApi('/patterns/findings/$findingId')

/** One finding about the process: whose it is, what it rests on, and whether it went away. */
export function FindingPage() {
  const { findingId } = route.useParams()
  const query = useQuery(orpc.systemic.get.queryOptions({ input: { id: findingId } }))
  if (query.data !== undefined) return <FindingView key={findingId} saved={query.data} />
  return (
    <Page
      title={t`Finding`}
      actions={
        <TextLink to="/patterns" search={{ view: 'findings' }}>
          <Trans>All findings</Trans>
        </TextLink>
      }
    >
      <QueryView query={query} what={t`the finding`} loading={<Loading label={t`the finding`} rows={10} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}
