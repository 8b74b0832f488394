import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconClipboardText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { CoachingWeek } from '../../../../shared/contract/coaching-board.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { orpc } from '../../../app/client.ts'
import { formatDay, formatDayRange } from '../../../ui/dates.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { RankingOff } from '../../../ui/ranking-off.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { CoachingTabs } from './coaching-tabs.tsx'
import { CommitmentList } from './commitment-list.tsx'
import { DrawnLists } from './drawn-lists.tsx'
import classes from './lists.module.css'
import { PrepareNext } from './prepare-next.tsx'
import { saveCalendar } from './save-calendar.ts'
import { SessionLine } from './session-line.tsx'
import { SessionTime } from './session-time.tsx'
import { TeamPicker } from './team-picker.tsx'
import { useMyTeams } from './use-my-teams.ts'
import { usePrepare } from './use-prepare.ts'

const route = getRouteApi('/coaching/week')
const SHOWN_AT_FIRST = 8

function isWithin(day: string, { from, to }: { from: string; to: string }): boolean {
  return day >= from && day <= to
}

/** The supervisor's own week: who, what, prepared or not; what falls due; whom to see though nothing is planned. */
export function WeekPage() {
  const { day } = route.useSearch()
  const navigate = route.useNavigate()
  const { teamIds, isKnown } = useMyTeams()
  const week = useQuery(
    orpc.sessions.week.queryOptions({
      input: { teamIds, day },
      enabled: isKnown,
      placeholderData: (previous) => previous,
    }),
  )
  // the address runs ahead of the week that is drawn: two quick clicks go two weeks
  const from = day ?? week.data?.from
  const isThis = day === undefined || (week.data !== undefined && isWithin(week.data.today, week.data))
  const go = (to: string | undefined) => void navigate({ search: { day: to } })
  return (
    <Page
      title={isThis ? t`This week` : week.data ? t`Week of ${formatDay(week.data.from, 'short')}` : t`Week`}
      purpose={week.data ? formatDayRange(week.data) : undefined}
      actions={
        <Group gap="xs">
          <TeamPicker />
          <Button
            variant="default"
            px={8}
            aria-label={t`Week before`}
            onClick={() => from !== undefined && go(addDays(from, -7))}
          >
            <IconChevronLeft size={16} aria-hidden />
          </Button>
          <Button variant="default" onClick={() => go(undefined)} disabled={day === undefined}>
            <Trans>Today</Trans>
          </Button>
          <Button
            variant="default"
            px={8}
            aria-label={t`Next week`}
            onClick={() => from !== undefined && go(addDays(from, 7))}
          >
            <IconChevronRight size={16} aria-hidden />
          </Button>
          <Button
            variant="default"
            leftSection={<IconCalendarPlus size={16} aria-hidden />}
            onClick={() => void saveCalendar(null)}
          >
            <Trans>Calendar file</Trans>
          </Button>
        </Group>
      }
    >
      <CoachingTabs />
      <QueryView query={week} what={t`the week`}>
        {(data) => <Week week={data} />}
      </QueryView>
    </Page>
  )
}

function Week({ week }: { week: CoachingWeek }) {
  const { prepare, isBusy, isBusyWith } = usePrepare()
  const isThis = isWithin(week.today, week)
  const [isAll, { open: showAll }] = useDisclosure(false)
  const toSee = isAll ? week.suggested : week.suggested.slice(0, SHOWN_AT_FIRST)
  const [workdays, weekend] = [week.days.slice(0, 5), week.days.slice(5)]
  const shown = [...workdays, ...weekend.filter(({ sessions, next }) => sessions.length + next.length > 0)]
  return (
    <>
      <div className={classes.week}>
        {shown.map(({ day, sessions, next }) => (
          <section
            key={day}
            className={classes.day}
            aria-label={formatDay(day, 'weekday')}
            data-today={day === week.today || undefined}
            data-past={day < week.today || undefined}
          >
            <h2 className={classes.dayName}>
              {formatDay(day, 'weekday')}
              {day === week.today && t`, today`}
            </h2>
            {sessions.length + next.length === 0 && (
              <span className={classes.free}>
                <Trans>nothing planned</Trans>
              </span>
            )}
            {sessions.map((session) => (
              <Link
                key={session.id}
                className={classes.appointment}
                data-state={session.state}
                to="/coaching/sessions/$sessionId"
                params={{ sessionId: session.id }}
              >
                <span className={classes.time}>
                  <SessionTime at={session.heldAt ?? session.plannedAt!} />{' '}
                  {session.state === 'held' ? t`held` : session.state === 'running' ? t`running` : ''}
                </span>
                <br />
                <strong>
                  {session.people.length === 1 ? session.people[0]!.name : t`${session.people.length} people`}
                </strong>
                <br />
                {session.focus.label}
              </Link>
            ))}
            {next.map((one) => (
              <div key={one.sessionId} className={classes.appointment}>
                <Trans>
                  <span className={classes.time}>
                    <SessionTime at={one.at} />
                  </span>
                  <br />
                  <Link to="/coaching/sessions/$sessionId" params={{ sessionId: one.sessionId }}>
                    <strong>
                      {one.people.length === 1 ? one.people[0]!.name : t`${one.people.length} people`}
                    </strong>
                  </Link>
                  <br />
                  {one.focus.label}
                  <br />
                  planned, nothing prepared yet
                  <br />
                  <PrepareNext next={one} />
                </Trans>
              </div>
            ))}
          </section>
        ))}
      </div>
      <div className={classes.two}>
        <Section
          title={t`Whom to see`}
          note={week.isRanked && t`from the ranking; nothing is planned for them`}
        >
          {!week.isRanked ? (
            <RankingOff />
          ) : week.suggested.length === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>
                Nobody: whoever has something to work on was seen lately or has a session prepared.
              </Trans>
            </Text>
          ) : (
            <>
              <ul className={classes.list}>
                {toSee.map(({ agent, reason, driverId, lastHeldAt }) => (
                  <li key={agent.id} className={classes.line}>
                    <Link to="/coaching" search={{ agent: agent.id }} className={classes.main}>
                      <span className={classes.who}>{agent.name}</span>
                      <span className={classes.what}>{reason}</span>
                    </Link>
                    <span className={classes.side}>
                      {lastHeldAt === null ? (
                        t`not seen yet`
                      ) : (
                        <span>
                          <Trans>
                            seen <Instant at={lastHeldAt} show="relative" />
                          </Trans>
                        </span>
                      )}
                      <Button
                        size="compact-sm"
                        variant="light"
                        loading={isBusyWith(agent.id)}
                        disabled={isBusy}
                        leftSection={<IconClipboardText size={14} aria-hidden />}
                        aria-label={t`Prepare a session with ${agent.name}`}
                        onClick={() =>
                          prepare({
                            agentIds: [agent.id],
                            driverId,
                            idea: driverId === null ? t`What must be addressed` : '',
                          })
                        }
                      >
                        <Trans>Prepare</Trans>
                      </Button>
                    </span>
                  </li>
                ))}
              </ul>
              {week.suggested.length > toSee.length && (
                <Button variant="subtle" size="compact-sm" mt={6} onClick={showAll}>
                  <Trans>Show all {week.suggested.length}</Trans>
                </Button>
              )}
            </>
          )}
        </Section>
        <div className={classes.stack}>
          <Section title={isThis ? t`Due this week` : t`Due by ${formatDay(week.to, 'short')}`}>
            <CommitmentList
              commitments={week.commitments}
              empty={t`Nothing falls due, and nothing is overdue.`}
            />
          </Section>
          {week.undated.length > 0 && (
            <Section title={t`Prepared, without a date`}>
              <ul className={classes.list}>
                {week.undated.map((session) => (
                  <SessionLine key={session.id} session={session} />
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
      <DrawnLists />
      {week.suggested.length === 0 &&
        week.undated.length === 0 &&
        week.commitments.length === 0 &&
        shown.every(({ sessions, next }) => sessions.length + next.length === 0) && (
          <Empty title={isThis ? t`A quiet week` : t`Nothing in this week`}>
            <Trans>
              No session is planned or was held, nothing falls due, and nobody is waiting to be seen. Prepare
              a session from an agent’s page, and it stands here.
            </Trans>
          </Empty>
        )}
    </>
  )
}
