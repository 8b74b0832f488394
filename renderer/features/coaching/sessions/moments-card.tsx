import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Checkbox, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { SESSION_LIMITS, type SessionMoment, type SessionPage } from '../../../../shared/contract/session.ts'
import { MomentSounds } from '../../../app/sound/moment-sounds.tsx'
import { Section } from '../../../ui/page.tsx'
import { EvidenceMoment } from '../evidence-moment.tsx'
import { ChooseMoments } from './choose-moments.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

/** Of a session what the card shows. */
type Shown = Pick<SessionPage, 'id' | 'moments' | 'people' | 'focus'>

interface Props {
  session: Shown
  actions: SessionActions
}

/** Whether two drawings would be the same: what is typed elsewhere on the page is no reason to draw every moment again. */
function isSame(before: Props, after: Props): boolean {
  const [one, other] = [before.session, after.session]
  return (
    one.id === other.id &&
    one.moments === other.moments &&
    one.people === other.people &&
    one.focus === other.focus &&
    before.actions.write === after.actions.write
  )
}

/** The moments to play, in order; each opens in place, with a note and a tick when it was heard. */
export const MomentsCard = memo(function MomentsCard({ session, actions }: Props) {
  const [isChoosing, { open, close }] = useDisclosure(false)
  const { moments, people, focus } = session
  const change = (next: SessionPage['moments']) => actions.write({ moments: next })
  const changeAt = (index: number, part: Partial<SessionMoment>) =>
    change(actions.now().moments.map((moment, at) => (at === index ? { ...moment, ...part } : moment)))
  const nameOf = (agentId: number | null) => people.find(({ id }) => id === agentId)?.name
  return (
    <Section
      title={t`Moments to play`}
      note={moments.length === 0 ? undefined : t`in their wording on the day they were chosen`}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={moments.length >= SESSION_LIMITS.moments}
          onClick={open}
        >
          <Trans>Choose moments</Trans>
        </Button>
      }
    >
      {moments.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>None are queued. Choose from what the figures rest on, or talk without one.</Trans>
        </Text>
      ) : (
        <MomentSounds interactionIds={moments.map(({ evidence }) => evidence.interactionId)}>
          <ol className={classes.moments} aria-label={t`Moments to play`}>
            {moments.map((moment, index) => (
              <li
                // two moments may be the same in every field but their place
                key={`${moment.evidence.title} ${index}`}
                className={classes.queued}
              >
                <ul className={classes.queuedMoment}>
                  <EvidenceMoment
                    moment={moment.evidence}
                    questionId={focus.driverId ?? undefined}
                    hasKey={false}
                  />
                </ul>
                <div className={classes.queuedTools}>
                  <Checkbox
                    className={classes.heard}
                    size="xs"
                    label={t`Heard together`}
                    aria-label={t`Heard together: ${moment.evidence.title}`}
                    checked={moment.heardAt !== null}
                    onChange={(event) =>
                      changeAt(index, { heardAt: event.currentTarget.checked ? Date.now() : null })
                    }
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t`Move up: ${moment.evidence.title}`}
                    disabled={index === 0}
                    onClick={() => {
                      const all = [...actions.now().moments]
                      const [moved] = all.splice(index, 1)
                      all.splice(index - 1, 0, moved!)
                      change(all)
                    }}
                  >
                    <IconArrowUp size={15} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t`Take out: ${moment.evidence.title}`}
                    onClick={() => change(actions.now().moments.filter((_moment, at) => at !== index))}
                  >
                    <IconTrash size={15} aria-hidden />
                  </ActionIcon>
                </div>
                <div className={classes.queuedNote}>
                  {moment.gone !== null && <p className={classes.gone}>{moment.gone}</p>}
                  <TextInput
                    className={classes.note}
                    size="xs"
                    variant="unstyled"
                    description={t`Shared note: goes on the sheet and into what the agent gets`}
                    aria-label={t`Note on: ${moment.evidence.title}`}
                    placeholder={
                      people.length > 1
                        ? t`${nameOf(moment.agentId) ?? ''}: note for this moment`
                        : t`Note for this moment`
                    }
                    maxLength={500}
                    value={moment.note}
                    onChange={(event) => changeAt(index, { note: event.currentTarget.value })}
                  />
                </div>
              </li>
            ))}
          </ol>
        </MomentSounds>
      )}
      <ChooseMoments isOpen={isChoosing} onClose={close} session={session} actions={actions} />
    </Section>
  )
}, isSame)
