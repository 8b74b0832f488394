import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { NextSession, SessionBoard } from '../../../../shared/contract/coaching-board.ts'
import type { SessionListItem } from '../../../../shared/contract/session.ts'
import { orpc } from '../../../app/client.ts'
import { sessionLists, type SessionList } from '../../../app/search.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { CoachingTabs } from './coaching-tabs.tsx'
import { CommitmentList } from './commitment-list.tsx'
import classes from './lists.module.css'
import { NextLine } from './next-line.tsx'
import { ProgrammeSection } from './programme-section.tsx'
import { SessionLine } from './session-line.tsx'
import { TeamPicker } from './team-picker.tsx'
import { useEffects } from './use-effects.ts'
import { useMyTeams } from './use-my-teams.ts'

const route = getRouteApi('/coaching/sessions')

const listWords: Record<SessionList, string> = {
  coming: t`To come`,
  held: t`Held`,
  'called-off': t`Called off`,
}

function isIn(list: SessionList, { state }: SessionListItem): boolean {
  if (list === 'coming') return state === 'prepared' || state === 'running'
  return list === 'held' ? state === 'held' : state === 'cancelled'
}

/** Next dates among the sessions, which come in the order of their dates, each where its day is. */
function inTime(
  sessions: readonly SessionListItem[],
  next: readonly NextSession[],
): (SessionListItem | NextSession)[] {
  if (next.length === 0) return [...sessions]
  const when = (one: SessionListItem | NextSession) =>
    'sessionId' in one ? one.at : (one.plannedAt ?? Number.MAX_SAFE_INTEGER)
  return [...sessions, ...next].toSorted((a, b) => when(a) - when(b))
}

/** Every session and commitment of my teams: due, overdue, done; who has not been seen; praise beside correction. */
export function BoardPage() {
  const { teamIds, isKnown } = useMyTeams()
  const board = useQuery(orpc.sessions.board.queryOptions({ input: { teamIds }, enabled: isKnown }))
  return (
    <Page
      title={t`Sessions`}
      purpose={t`What was prepared, held and agreed, and whom nobody has seen`}
      actions={<TeamPicker />}
    >
      <CoachingTabs />
      <QueryView query={board} what={t`the sessions`}>
        {(data) => <Board board={data} />}
      </QueryView>
    </Page>
  )
}

function Board({ board }: { board: SessionBoard }) {
  const { show = 'coming' } = route.useSearch()
  const navigate = route.useNavigate()
  const { sessions, next, commitments, unseen, balance } = board
  const effectsOf = useEffects(sessions)
  if (sessions.length === 0)
    return (
      <>
        <Empty
          title={t`No sessions yet`}
          actions={
            <ButtonLink to="/coaching">
              <Trans>Choose whom to coach</Trans>
            </ButtonLink>
          }
        >
          <Trans>
            “Prepare session” on an action of an agent’s page makes the sheet: what to talk about, the moments
            to play, the questions to ask. What is agreed then stands here until it is done.
          </Trans>
        </Empty>
        <Unseen unseen={unseen} />
      </>
    )
  const shown = inTime(
    sessions.filter((session) => isIn(show, session)),
    show === 'coming' ? next : [],
  )
  const countIn = (list: SessionList) =>
    sessions.filter((one) => isIn(list, one)).length + (list === 'coming' ? next.length : 0)
  const open = commitments.filter(({ state }) => state === 'open')
  return (
    <div className={classes.two}>
      <div className={classes.stack}>
        <Section
          title={t`Sessions`}
          actions={
            <SegmentedControl
              size="xs"
              aria-label={t`Which sessions`}
              data={sessionLists.map((value) => ({
                value,
                label: `${listWords[value]} ${countIn(value)}`,
              }))}
              value={show}
              onChange={(value) => {
                const chosen = sessionLists.find((one) => one === value)
                void navigate({ search: { show: chosen } })
              }}
            />
          }
        >
          {shown.length === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>None.</Trans>
            </Text>
          ) : (
            <ul className={classes.list} aria-label={listWords[show]}>
              {shown.map((one) =>
                'sessionId' in one ? (
                  <NextLine key={`next ${one.sessionId}`} next={one} />
                ) : (
                  <SessionLine key={one.id} session={one} effects={effectsOf(one.id)} />
                ),
              )}
            </ul>
          )}
        </Section>
        <ProgrammeSection />
      </div>
      <div className={classes.stack}>
        <Section title={t`Agreed and open`}>
          <CommitmentList commitments={open} empty={t`Nothing is open.`} />
        </Section>
        <Section title={t`Praise and correction`} note={t`sessions held in the last ${balance.days} days`}>
          {balance.sessions === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>No session was held in these days.</Trans>
            </Text>
          ) : (
            <>
              <div className={classes.figures}>
                <div className={classes.figure}>
                  <strong>{balance.withStrength}</strong>
                  <span>
                    <Trans>with something that goes well</Trans>
                  </span>
                </div>
                <div className={classes.figure}>
                  <strong>{balance.correctionOnly}</strong>
                  <span>
                    <Trans>about a gap alone</Trans>
                  </span>
                </div>
              </div>
              {balance.correctionOnly > balance.withStrength && (
                <Text size="sm" c="dimmed" mt={8}>
                  <Trans>More sessions were about gaps alone. Begin the next ones with what goes well.</Trans>
                </Text>
              )}
            </>
          )}
        </Section>
        <Unseen unseen={unseen} />
      </div>
    </div>
  )
}

function Unseen({ unseen }: { unseen: SessionBoard['unseen'] }) {
  return (
    <Section title={t`Not seen for four weeks`}>
      {unseen.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>Everybody was.</Trans>
        </Text>
      ) : (
        <ul className={classes.list} aria-label={t`Not seen for four weeks`}>
          {unseen.map(({ id, name, team, lastHeldAt }) => (
            <li key={id} className={classes.line}>
              <Link to="/coaching" search={{ agent: id }} className={classes.main}>
                <span className={classes.who}>{name}</span>
                <span className={classes.what}>{team ?? t`no team`}</span>
              </Link>
              <span className={classes.side}>
                {lastHeldAt === null ? t`never so far` : <Instant at={lastHeldAt} show="relative" />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
