import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Drawer, Stack, Text, Title } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { Evidence } from '../../../../shared/contract/coaching.ts'
import { SESSION_LIMITS, type SessionPage } from '../../../../shared/contract/session.ts'
import { orpc } from '../../../app/client.ts'
import { MomentSounds } from '../../../app/sound/moment-sounds.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { EvidenceMoment } from '../evidence-moment.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

const isSame = (a: Evidence, b: Evidence) =>
  a.interactionId === b.interactionId && a.title === b.title && a.at === b.at

/** Everything one could play with these people, grouped by what it shows. */
export function ChooseMoments({
  isOpen,
  onClose,
  session,
  actions,
}: {
  isOpen: boolean
  onClose: () => void
  session: Pick<SessionPage, 'id' | 'moments' | 'people'>
  actions: SessionActions
}) {
  const choices = useQuery(
    orpc.sessions.moments.queryOptions({ input: isOpen ? { id: session.id } : skipToken }),
  )
  const { moments, people } = session
  const isFull = moments.length >= SESSION_LIMITS.moments
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="lg"
      title={t`Choose moments`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <QueryView query={choices} what={t`the moments`}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t`No moments to choose from`}>
              <Trans>What the figures rest on here has no conversation, review or shift that shows it.</Trans>
            </Empty>
          ) : (
            <MomentSounds interactionIds={all.map(({ evidence }) => evidence.interactionId)}>
              <Stack gap="lg">
                {[...Map.groupBy(all, ({ why }) => why)].map(([why, own]) => (
                  <section key={why} aria-label={why}>
                    <Title order={3} size="h4" mb={6}>
                      {why}
                    </Title>
                    <ul className={classes.moments}>
                      {own.map(({ evidence, agentId }, index) => {
                        const isQueued = moments.some((one) => isSame(one.evidence, evidence))
                        const name = people.find(({ id }) => id === agentId)?.name
                        return (
                          <li key={`${evidence.title} ${index}`} className={classes.queued}>
                            <ul className={classes.queuedMoment}>
                              <EvidenceMoment moment={evidence} questionId={undefined} hasKey={false} />
                            </ul>
                            <div className={classes.queuedTools}>
                              <Button
                                size="compact-xs"
                                variant={isQueued ? 'light' : 'default'}
                                disabled={!isQueued && isFull}
                                aria-pressed={isQueued}
                                aria-label={`${isQueued ? t`Take out` : t`Add`}: ${evidence.title}`}
                                onClick={() => {
                                  const now = actions.now().moments
                                  actions.write({
                                    moments: isQueued
                                      ? now.filter((one) => !isSame(one.evidence, evidence))
                                      : [...now, { evidence, agentId, note: '', heardAt: null, gone: null }],
                                  })
                                }}
                              >
                                {isQueued ? t`Queued` : t`Add`}
                              </Button>
                            </div>
                            {people.length > 1 && name !== undefined && (
                              <Text size="xs" c="dimmed" className={classes.queuedNote} px="md" pb={6}>
                                {name}
                              </Text>
                            )}
                          </li>
                        )
                      })}
                    </ul>
                  </section>
                ))}
                {isFull && (
                  <Text size="sm" c="dimmed">
                    <Trans>
                      {SESSION_LIMITS.moments} are as many as a session holds; take one out to add another.
                    </Trans>
                  </Text>
                )}
              </Stack>
            </MomentSounds>
          )
        }
      </QueryView>
    </Drawer>
  )
}
