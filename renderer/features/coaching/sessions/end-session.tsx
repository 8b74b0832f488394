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
      'The session was not ended',
      {
        says: `Session held. It counts as coached from now.${says}`,
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
        End session
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title="Before it ends"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack gap="sm">
          {draft !== null && (
            <Text size="sm">
              This is worded and not agreed yet:{' '}
              <strong>{draft.behaviour.trim() || draft.seenBy.trim()}</strong>
            </Text>
          )}
          {unsaid.map((person) => (
            <Text key={person.id} size="sm">
              {person.name}’s words are typed and not noted yet; they stay in their field.
            </Text>
          ))}
          {draft === null ? (
            <Group gap="xs">
              <Button disabled={actions.isBusy} onClick={() => void end(null, '')}>
                End session
              </Button>
              <Button variant="default" onClick={close}>
                Go back
              </Button>
            </Group>
          ) : (
            <Stack gap="xs">
              <Button
                disabled={actions.isBusy || draft.behaviour.trim() === ''}
                onClick={() => void end(() => agree(id, draft), ' The commitment was added.')}
              >
                {draft.commitmentId === null ? 'Add it and end' : 'Save the change and end'}
              </Button>
              <Button
                variant="default"
                disabled={actions.isBusy}
                onClick={() => void end(null, ' The draft is kept.')}
              >
                Leave it as a draft and end
              </Button>
              <Button
                variant="subtle"
                color="gray"
                disabled={actions.isBusy}
                onClick={() =>
                  void end(
                    () => client.sessions.write({ id, draft: null }),
                    ' The draft was thrown away.',
                    () => client.sessions.write({ id, draft }),
                  )
                }
              >
                Throw it away and end
              </Button>
            </Stack>
          )}
        </Stack>
      </Modal>
    </>
  )
}
