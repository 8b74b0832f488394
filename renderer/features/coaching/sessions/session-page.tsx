import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { MergedSession } from './merged-session.tsx'
import { SessionView } from './session-view.tsx'

const route = getRouteApi('/coaching/sessions/$sessionId')

/** One session: prepared, being held, or looked back on. */
export function SessionPage() {
  const { sessionId } = route.useParams()
  const query = useQuery(orpc.sessions.get.queryOptions({ input: { id: sessionId } }))
  if (query.data !== undefined && query.data.origin !== null)
    return <MergedSession session={query.data} origin={query.data.origin} />
  if (query.data !== undefined) return <SessionView key={sessionId} saved={query.data} />
  return (
    <Page
      title={t`Session`}
      actions={
        <TextLink to="/coaching/sessions">
          <Trans>All sessions</Trans>
        </TextLink>
      }
    >
      <QueryView query={query} what={t`the session`} loading={<Loading label={t`the session`} rows={10} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}
