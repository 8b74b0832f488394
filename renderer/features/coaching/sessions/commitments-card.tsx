import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type {
  Commitment,
  CommitmentDraft,
  CommitmentState,
  SessionPage,
} from '../../../../shared/contract/session.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { client } from '../../../app/client.ts'
import { dayOfInstant } from '../../../ui/dates.ts'
import { notifyDone } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { useNow, useTimeZone } from '../../../ui/time.tsx'
import { commitmentWords } from '../../../ui/commitment-words.ts'
import { agree, isWorded } from './commitment-draft.ts'
import { CommitmentForm } from './commitment-form.tsx'
import { CommitmentLine } from './commitment-line.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

const USUAL_DAYS = 14

/** What was agreed here, and what is being worded. */
export function CommitmentsCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const { id, commitments, people } = session
  const today = dayOfInstant(useNow(), useTimeZone())
  // opened here and not typed into yet
  const [opened, setOpened] = useState<CommitmentDraft | null>(null)
  const draft = session.draft ?? opened
  const isGroup = people.length > 1
  const save = async (task: () => Promise<unknown>, failed: string) => {
    if (await actions.act(task, failed)) setOpened(null)
  }
  const cancel = () => {
    const thrown = actions.now().draft
    setOpened(null)
    if (thrown === null) return
    actions.write({ draft: null })
    if (isWorded(thrown)) notifyDone(t`Draft thrown away.`, () => actions.write({ draft: thrown }))
  }
  const form = draft && (
    <CommitmentForm
      people={people}
      draft={draft}
      isBusy={actions.isBusy}
      isOpened={opened !== null}
      onChange={(next) => actions.write({ draft: next })}
      onCancel={cancel}
      onSave={(agreed) => void save(() => agree(id, agreed), t`The commitment was not noted`)}
    />
  )
  return (
    <Section
      title={t`Agreed`}
      actions={
        draft !== null ? null : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              setOpened({
                commitmentId: null,
                agentId: people[0]!.id,
                behaviour: '',
                seenBy: '',
                dueOn: addDays(today, USUAL_DAYS),
              })
            }
          >
            <Trans>Add a commitment</Trans>
          </Button>
        )
      }
    >
      {commitments.length === 0 && draft === null && (
        <Text size="sm" c="dimmed">
          <Trans>Nothing yet. Agree on one thing that can be seen, and by when.</Trans>
        </Text>
      )}
      <ul className={classes.lines} aria-label={t`Agreed`}>
        {commitments.map((one) =>
          draft?.commitmentId === one.id ? (
            <li key={one.id}>{form}</li>
          ) : (
            <CommitmentLine
              key={one.id}
              commitment={one}
              hasName={isGroup}
              onState={(state) => void setState(actions, one, state)}
              // one at a time: what is being worded stays in its place
              onEdit={
                draft === null
                  ? () =>
                      setOpened({
                        commitmentId: one.id,
                        agentId: one.agent.id,
                        behaviour: one.behaviour,
                        seenBy: one.seenBy,
                        dueOn: one.dueOn,
                      })
                  : undefined
              }
              onRemove={() =>
                void actions.act(
                  () => client.sessions.removeCommitment({ commitmentId: one.id }),
                  t`The commitment was not removed`,
                  {
                    says: t`Commitment removed.`,
                    undo: () => client.sessions.restoreCommitment({ commitmentId: one.id }),
                  },
                )
              }
            />
          ),
        )}
      </ul>
      {draft !== null && !commitments.some(({ id: own }) => own === draft.commitmentId) && form}
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
    t`The commitment was not changed`,
    {
      says: t`Noted: ${commitmentWords[state].label.toLowerCase()}.`,
      undo: () => client.sessions.closeCommitment({ commitmentId: id, state: before, note: closedNote }),
    },
  )
}
