import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'
import { agree, isWorded } from './commitment-draft.ts'
import type { SessionActions } from './use-session.ts'

/** Ends a session; what is worded and not agreed yet is asked about first, so that nothing goes by itself. */
export function EndSession({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const [isAsking, { open, close }] = useDisclosure(false)
  const { id, people } = session
  const draft = session.draft && isWorded(session.draft) ? session.draft : null
  const unsaid = people.filter(
    ({ draftWords, acknowledgement }) => !acknowledgement && draftWords.trim() !== '',
  )
  const end = async (
    before: (() => Promise<unknown>) | null,
    says: string,
    undo?: () => Promise<unknown>,
  ) => {
    const isEnded = await actions.act(
      async () => {
        await before?.()
        await client.sessions.finish({ id })
      },
      t`The session was not ended`,
      {
        says: t`Session held. It counts as coached from now.${says}`,
        undo: async () => {
          await client.sessions.reopen({ id })
          await undo?.()
        },
      },
    )
    if (isEnded) close()
  }
  return (
    <>
      <Button
        leftSection={<IconCheck size={15} aria-hidden />}
        loading={actions.isBusy}
        onClick={() => (draft !== null || unsaid.length > 0 ? open() : void end(null, ''))}
      >
        <Trans>End session</Trans>
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title={t`Before it ends`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <Stack gap="sm">
          {draft !== null && (
            <Text size="sm">
              <Trans>
                This is worded and not agreed yet:{' '}
                <strong>{draft.behaviour.trim() || draft.seenBy.trim()}</strong>
              </Trans>
            </Text>
          )}
          {unsaid.map((person) => (
            <Text key={person.id} size="sm">
              <Trans>{person.name}’s words are typed and not noted yet; they stay in their field.</Trans>
            </Text>
          ))}
          {draft === null ? (
            <Group gap="xs">
              <Button disabled={actions.isBusy} onClick={() => void end(null, '')}>
                <Trans>End session</Trans>
              </Button>
              <Button variant="default" onClick={close}>
                <Trans>Go back</Trans>
              </Button>
            </Group>
          ) : (
            <Stack gap="xs">
              <Button
                disabled={actions.isBusy || draft.behaviour.trim() === ''}
                onClick={() => void end(() => agree(id, draft), t` The commitment was added.`)}
              >
                {draft.commitmentId === null ? t`Add it and end` : t`Save the change and end`}
              </Button>
              <Button
                variant="default"
                disabled={actions.isBusy}
                onClick={() => void end(null, t` The draft is kept.`)}
              >
                <Trans>Leave it as a draft and end</Trans>
              </Button>
              <Button
                variant="subtle"
                color="gray"
                disabled={actions.isBusy}
                onClick={() =>
                  void end(
                    () => client.sessions.write({ id, draft: null }),
                    t` The draft was thrown away.`,
                    () => client.sessions.write({ id, draft }),
                  )
                }
              >
                <Trans>Throw it away and end</Trans>
              </Button>
            </Stack>
          )}
        </Stack>
      </Modal>
    </>
  )
}
