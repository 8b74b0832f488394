import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { CalibrationPage } from '../../../../shared/contract/calibration.ts'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { CompareSection } from './compare-section.tsx'
import { FiguresSection } from './figures-section.tsx'
import { MyPart } from './my-part.tsx'
import { PartsSection } from './parts-section.tsx'
import { modeWords, stateWords } from './words.ts'

const route = getRouteApi('/quality/calibration/$sessionId')

/** One session: blind while it is scored, then everybody's answers side by side to be settled. */
export function CalibrationSessionPage() {
  const { sessionId } = route.useParams()
  const query = useQuery(orpc.calibration.get.queryOptions({ input: { id: sessionId } }))
  if (query.data === undefined) {
    return (
      <Page title={t`Calibration`} actions={<AllSessions />}>
        <QueryView
          query={query}
          what={t`the calibration`}
          loading={<Loading label={t`the calibration`} rows={10} />}
        >
          {() => null}
        </QueryView>
      </Page>
    )
  }
  return <Session key={sessionId} page={query.data} />
}

function AllSessions() {
  return (
    <TextLink to="/quality" search={{ tab: 'calibration' }}>
      <Trans>All calibrations</Trans>
    </TextLink>
  )
}

function Session({ page }: { page: CalibrationPage }) {
  const { session, results } = page
  return (
    <Page
      title={session.name}
      purpose={
        <Group gap={8} component="span">
          <Trans>
            <Badge variant="light" tt="none" component="span">
              {stateWords(session)}
            </Badge>
            {session.form}, version {session.version} ·{' '}
            {session.isOurs
              ? `${modeWords[session.mode]}${session.expert === null ? '' : `: ${session.expert}`}`
              : t`From another workspace`}
          </Trans>
        </Group>
      }
      actions={
        <>
          <AllSessions />
          <SessionActions page={page} />
        </>
      }
    >
      {results === null ? (
        <>
          <MyPart page={page} />
          <PartsSection session={session} />
        </>
      ) : (
        <>
          <CompareSection page={page} results={results} />
          <FiguresSection session={session} results={results} />
        </>
      )}
    </Page>
  )
}

function SessionActions({ page: { session, results } }: { page: CalibrationPage }) {
  const navigate = useNavigate()
  const closing = useMutation(orpc.calibration.close.mutationOptions())
  const reopening = useMutation(orpc.calibration.reopen.mutationOptions())
  const removing = useMutation(orpc.calibration.remove.mutationOptions())
  const reopen = () =>
    reopening.mutate(
      { id: session.id },
      { onError: (error) => notifyFailed(t`The calibration stays closed`, error) },
    )
  if (session.state === 'settled')
    return (
      <Button variant="default" loading={reopening.isPending} onClick={reopen}>
        <Trans>Open again</Trans>
      </Button>
    )
  if (results !== null) {
    const open = results.items.reduce((sum, item) => sum + item.open.length, 0)
    return (
      <Button
        disabled={open > 0}
        loading={closing.isPending}
        onClick={() =>
          closing.mutate(
            { id: session.id },
            {
              onSuccess: () => notifyDone(t`Settled: these answers are what one scores by.`, reopen),
              onError: (error) => notifyFailed(t`The calibration is still open`, error),
            },
          )
        }
      >
        {open > 0 ? t`${open} to settle` : t`Close`}
      </Button>
    )
  }
  if (session.reviewers.some(({ submitted }) => submitted > 0)) return null
  return (
    <Button
      variant="subtle"
      color="gray"
      loading={removing.isPending}
      onClick={() =>
        removing.mutate(
          { id: session.id },
          {
            onSuccess: () => {
              notifyDone(t`The calibration is gone; nothing was submitted to it.`)
              void navigate({ to: '/quality', search: { tab: 'calibration' } })
            },
            onError: (error) => notifyFailed(t`The calibration stays`, error),
          },
        )
      }
    >
      <Trans>Remove</Trans>
    </Button>
  )
}
