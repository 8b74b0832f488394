import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Menu, NumberInput } from '@mantine/core'
import {
  IconCalendarPlus,
  IconCheck,
  IconChevronLeft,
  IconDots,
  IconRotate,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'
import { Instant, useNow } from '../../../ui/time.tsx'
import { BringOthers } from './bring-others.tsx'
import { DateTimeField } from './date-time-field.tsx'
import { NameField } from './name-field.tsx'
import { PacketItems } from './packet-items.tsx'
import { PaperButtons } from './paper-buttons.tsx'
import { saveCalendar } from './save-calendar.ts'
import classes from './session.module.css'
import { SessionPeople } from './session-people.tsx'
import { StartButton } from './start-button.tsx'
import { stateWords } from './state-words.ts'
import type { SessionActions } from './use-session.ts'

/** Whose session it is, when, and what can be done with it next. */
export function SessionHeader({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const { state, people } = session
  const { label, color } = stateWords[state]
  const isToCome = state === 'prepared' || state === 'running'
  return (
    <header className={classes.header}>
      <Link to="/coaching/sessions" className={classes.back}>
        <Trans>
          <IconChevronLeft size={15} aria-hidden />
          Sessions
        </Trans>
      </Link>
      <div className={classes.headline}>
        <h1 className="visually-hidden">{session.title}</h1>
        <NameField
          className={classes.titleField}
          label={t`Title`}
          saved={session.title}
          maxLength={500}
          mayBeEmpty={false}
          onChange={(title) => actions.write({ title })}
        />
        <Group gap="xs">
          <Badge variant="light" color={color} tt="none" size="lg">
            {label}
          </Badge>
          <PaperButtons session={session} />
          <NextStep session={session} actions={actions} />
          <MoreMenu session={session} actions={actions} />
        </Group>
      </div>
      <div className={classes.facts}>
        <SessionPeople people={people} />
        {state === 'prepared' && session.focus.driverId !== null && (
          <BringOthers session={session} actions={actions} />
        )}
        <NameField
          size="xs"
          label={t`Coach`}
          placeholder={t`Who coaches`}
          leftSection={
            <span>
              <Trans>with</Trans>
            </span>
          }
          leftSectionWidth={44}
          w={190}
          maxLength={100}
          saved={session.coach}
          onChange={(coach) => actions.write({ coach })}
        />
        {isToCome ? (
          <>
            <DateTimeField
              label={t`Planned for`}
              isLabelHidden
              value={session.plannedAt}
              onChange={(plannedAt) => actions.write({ plannedAt })}
            />
            <NumberInput
              size="xs"
              w={104}
              aria-label={t`Minutes`}
              suffix=" min"
              min={5}
              max={480}
              step={5}
              allowDecimal={false}
              value={session.plannedMinutes}
              onChange={(value) => {
                if (typeof value === 'number' && value >= 5 && value <= 480)
                  actions.write({ plannedMinutes: value })
              }}
            />
          </>
        ) : (
          session.heldAt !== null && (
            <span>
              <Trans>
                held <Instant at={session.heldAt} />
              </Trans>
            </span>
          )
        )}
        {session.focus.formerLabel !== null && (
          <span>
            <Trans>
              About “{session.focus.label}”, which was called “{session.focus.formerLabel}” when this was
              prepared.
            </Trans>
          </span>
        )}
        {session.focus.driverId !== null && !session.focus.isMeasured && (
          <span>
            <Trans>“{session.focus.label}” is no longer measured here: the figure stands as it was.</Trans>
          </span>
        )}
      </div>
      <span className="visually-hidden" aria-live="polite">
        <Trans>Session: {label}</Trans>
      </span>
    </header>
  )
}

function NextStep({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const { id, state } = session
  if (session.removedAt !== null) return null
  if (state === 'prepared') return <StartButton session={session} actions={actions} />
  if (state === 'cancelled')
    return (
      <Button
        variant="default"
        leftSection={<IconRotate size={15} aria-hidden />}
        loading={actions.isBusy}
        onClick={() =>
          void actions.act(() => client.sessions.restore({ id }), t`The session could not be brought back`)
        }
      >
        <Trans>Plan it again</Trans>
      </Button>
    )
  return null
}

/** Why there is no calendar file to be had; null where there is one. */
function whyNoDate({ state, plannedAt, nextAt }: SessionPage, now: number): string | null {
  if (state === 'cancelled') return t`called off`
  if (state !== 'held') return plannedAt === null ? t`set a date first` : null
  if (nextAt === null) return t`no next date`
  return nextAt > now ? null : t`the next date is past`
}

function MoreMenu({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const navigate = useNavigate()
  const { id, state } = session
  const now = useNow()
  const noDate = whyNoDate(session, now)
  const remove = async () => {
    const isRemoved = await actions.act(
      () => client.sessions.remove({ id }),
      t`The session was not removed`,
      {
        says: t`Session removed.`,
        undo: () => client.sessions.restore({ id }),
      },
    )
    if (isRemoved) await navigate({ to: '/coaching/sessions' })
  }
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button variant="default" px={8} aria-label={t`More`}>
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          disabled={noDate !== null}
          onClick={() => void saveCalendar(id)}
        >
          {noDate === null
            ? state === 'held'
              ? t`Calendar file of the next date`
              : t`Calendar file`
            : t`Calendar file (${noDate})`}
        </Menu.Item>
        <PacketItems session={session} />
        {state === 'prepared' && (
          <Menu.Item
            leftSection={<IconCheck size={16} aria-hidden />}
            onClick={() =>
              void actions.act(() => client.sessions.finish({ id }), t`The session was not noted as held`, {
                says: t`Noted as held today.`,
                undo: () => client.sessions.reopen({ id }),
              })
            }
          >
            <Trans>Was held today</Trans>
          </Menu.Item>
        )}
        {state === 'held' && (
          <Menu.Item
            leftSection={<IconRotate size={16} aria-hidden />}
            onClick={() =>
              void actions.act(() => client.sessions.reopen({ id }), t`The session was not opened again`)
            }
          >
            <Trans>Open again</Trans>
          </Menu.Item>
        )}
        {(state === 'prepared' || state === 'running') && (
          <Menu.Item
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() =>
              void actions.act(() => client.sessions.cancel({ id }), t`The session was not called off`, {
                says: t`Called off; what was prepared is kept.`,
                undo: () => client.sessions.restore({ id }),
              })
            }
          >
            <Trans>Call off</Trans>
          </Menu.Item>
        )}
        {session.removedAt === null && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => void remove()}
          >
            <Trans>Remove</Trans>
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
