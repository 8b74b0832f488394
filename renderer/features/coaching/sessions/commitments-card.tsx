import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Commitment, CommitmentState, SessionPage } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { CommitmentForm } from './commitment-form.tsx'
import { CommitmentLine } from './commitment-line.tsx'
import classes from './session.module.css'
import { commitmentWords } from './state-words.ts'
import type { SessionActions } from './use-session.ts'

/** What was agreed here. */
export function CommitmentsCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const { id, commitments, people } = session
  const [edited, setEdited] = useState<number | 'new' | null>(null)
  const isGroup = people.length > 1
  const save = async (task: () => Promise<unknown>, failed: string) => {
    if (await actions.act(task, failed)) setEdited(null)
  }
  return (
    <Section
      title="Agreed"
      actions={
        edited === 'new' ? null : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            Add a commitment
          </Button>
        )
      }
    >
      {commitments.length === 0 && edited === null && (
        <Text size="sm" c="dimmed">
          Nothing yet. Agree on one thing that can be seen, and by when.
        </Text>
      )}
      <ul className={classes.lines} aria-label="Agreed">
        {commitments.map((one) =>
          edited === one.id ? (
            <li key={one.id}>
              <CommitmentForm
                people={people}
                before={{ ...one, agentId: one.agent.id }}
                isBusy={actions.isBusy}
                onCancel={() => setEdited(null)}
                onSave={({ behaviour, seenBy, dueOn }) =>
                  void save(
                    () =>
                      client.sessions.changeCommitment({ commitmentId: one.id, behaviour, seenBy, dueOn }),
                    'The commitment was not changed',
                  )
                }
              />
            </li>
          ) : (
            <CommitmentLine
              key={one.id}
              commitment={one}
              hasName={isGroup}
              onState={(state) => void setState(actions, one, state)}
              onEdit={() => setEdited(one.id)}
              onRemove={() =>
                void actions.act(
                  () => client.sessions.removeCommitment({ commitmentId: one.id }),
                  'The commitment was not removed',
                  {
                    says: 'Commitment removed.',
                    undo: () => client.sessions.restoreCommitment({ commitmentId: one.id }),
                  },
                )
              }
            />
          ),
        )}
      </ul>
      {edited === 'new' && (
        <CommitmentForm
          people={people}
          isBusy={actions.isBusy}
          onCancel={() => setEdited(null)}
          onSave={({ agentId, ...agreed }) =>
            void save(
              () => client.sessions.addCommitment({ id, agentId, ...agreed }),
              'The commitment was not noted',
            )
          }
        />
      )}
    </Section>
  )
}

/** Notes what became of a commitment, to be taken back from the notice. */
export function setState(
  actions: Pick<SessionActions, 'act'>,
  { id, state: before, closedNote }: Commitment,
  state: CommitmentState,
): Promise<boolean> {
  return actions.act(
    () => client.sessions.closeCommitment({ commitmentId: id, state }),
    'The commitment was not changed',
    {
      says: `Noted: ${commitmentWords[state].label.toLowerCase()}.`,
      undo: () => client.sessions.closeCommitment({ commitmentId: id, state: before, note: closedNote }),
    },
  )
}
