import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Badge, Text } from '@mantine/core'
import { IconChevronLeft, IconFolders } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { MomentSounds } from '../../../app/sound/moment-sounds.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { EvidenceMoment } from '../evidence-moment.tsx'
import { commitmentWords } from '../../../ui/commitment-words.ts'
import { EffectCard } from './effect-card.tsx'
import { FigureCard } from './figure-card.tsx'
import classes from './session.module.css'
import { SessionPeople } from './session-people.tsx'

/** A session that was held in a merged workspace: to be read here, and changed there. */
export function MergedSession({ session, origin }: { session: SessionPage; origin: string }) {
  const { people, agenda, questions, sharedNotes } = session
  const coach = session.coach === origin ? '' : session.coach.replace(` · ${origin}`, '')
  return (
    <main className={classes.page}>
      <header className={classes.header}>
        <Link to="/coaching/sessions" className={classes.back}>
          <Trans>
            <IconChevronLeft size={15} aria-hidden />
            Sessions
          </Trans>
        </Link>
        <h1 className={classes.mergedTitle}>{session.title}</h1>
        <div className={classes.facts}>
          <SessionPeople people={people} />
          {session.heldAt !== null && (
            <span>
              <Trans>
                held <Instant at={session.heldAt} />
              </Trans>
            </span>
          )}
        </div>
        <Alert
          icon={<IconFolders size={18} aria-hidden />}
          color="gray"
          title={t`Comes from ${origin}${coach === '' ? '' : t`, held by ${coach}`}`}
        >
          <Trans>It is only read here. Change it in {origin} and merge again.</Trans>
        </Alert>
      </header>
      <div className={classes.columns}>
        <div className={classes.column}>
          <EffectCard sessionId={session.id} driverId={session.focus.driverId} people={session.people} />
          <FigureCard session={session} />
          <Moments session={session} />
        </div>
        <div className={classes.column}>
          <Agreed session={session} />
          {sharedNotes !== '' && (
            <Section title={t`Notes`}>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {sharedNotes}
              </Text>
            </Section>
          )}
          <Lines title={t`Talked about`} lines={agenda.filter(({ isDone }) => isDone)} />
          <Lines title={t`Asked`} lines={questions.filter(({ isAsked }) => isAsked)} />
        </div>
      </div>
    </main>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly { text: string }[] }) {
  if (lines.length === 0) return null
  return (
    <Section title={title}>
      <ul className={classes.lines}>
        {lines.map(({ text }, index) => (
          <Text key={`${index} ${text}`} component="li" size="sm" py={3}>
            {text}
          </Text>
        ))}
      </ul>
    </Section>
  )
}

function Moments({ session: { moments, focus } }: { session: SessionPage }) {
  if (moments.length === 0) return null
  return (
    <Section title={t`Moments that were heard`} note={t`as they read when they were chosen`}>
      <MomentSounds interactionIds={moments.map(({ evidence }) => evidence.interactionId)}>
        <ul className={classes.queuedMoment}>
          {moments.map(({ evidence }, index) => (
            <EvidenceMoment
              key={`${evidence.title} ${index}`}
              moment={evidence}
              questionId={focus.driverId ?? undefined}
              hasKey={false}
            />
          ))}
        </ul>
      </MomentSounds>
    </Section>
  )
}

function Agreed({ session: { commitments, people } }: { session: SessionPage }) {
  return (
    <Section title={t`Agreed`}>
      {commitments.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Nothing was agreed.</Trans>
        </Text>
      )}
      <ul className={classes.lines} aria-label={t`Agreed`}>
        {commitments.map(({ id, agent, behaviour, seenBy, dueOn, state }) => (
          <li key={id} className={classes.commitment}>
            <p className={classes.behaviour}>
              {people.length > 1 && `${agent.name}: `}
              {behaviour}{' '}
              <Badge variant="light" color={commitmentWords[state].color} tt="none">
                {commitmentWords[state].label}
              </Badge>
            </p>
            <Text size="sm" c="dimmed">
              {seenBy !== '' && t`Seen by: ${seenBy.replace(/\.$/, '')}. `}
              {dueOn !== null && t`By ${formatDay(dueOn)}.`}
            </Text>
          </li>
        ))}
      </ul>
      {people.map(({ id, name, acknowledgement }) =>
        acknowledgement === null ? null : (
          <Text key={id} size="sm" mt="xs">
            {name} {acknowledgement.agrees ? t`agrees` : t`has read it and sees it otherwise`}
            {acknowledgement.comment === '' ? '.' : `: “${acknowledgement.comment}”`}
          </Text>
        ),
      )}
    </Section>
  )
}
