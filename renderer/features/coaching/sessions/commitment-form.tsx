import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import type { CommitmentDraft, SessionPerson } from '../../../../shared/contract/session.ts'
import classes from './session.module.css'

/** What will be done, how one will see it, by when, and in a group: by whom. What is typed is kept by `onChange` until it is draft. */
export function CommitmentForm({
  people,
  draft,
  isBusy,
  isOpened,
  onChange,
  onSave,
  onCancel,
}: {
  people: readonly SessionPerson[]
  draft: CommitmentDraft
  isBusy: boolean
  /** Whether it was opened just now, and not found as it was left. */
  isOpened: boolean
  onChange: (draft: CommitmentDraft) => void
  onSave: (draft: CommitmentDraft) => void
  onCancel: () => void
}) {
  const isNew = draft.commitmentId === null
  const isReady = draft.behaviour.trim() !== ''
  return (
    <form
      className={classes.form}
      aria-label={t`Commitment`}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onSave(draft)
      }}
    >
      <Stack gap="xs">
        {people.length > 1 && isNew && (
          <Select
            size="xs"
            label={t`Who`}
            allowDeselect={false}
            data={people.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(draft.agentId)}
            onChange={(value) => value !== null && onChange({ ...draft, agentId: Number(value) })}
          />
        )}
        <TextInput
          size="xs"
          label={t`What will be done`}
          placeholder={t`Say what happens next before hanging up`}
          maxLength={500}
          autoFocus={isOpened}
          value={draft.behaviour}
          onChange={(event) => onChange({ ...draft, behaviour: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={t`How we will see it`}
          placeholder={t`Eight of the next ten reviewed calls`}
          maxLength={500}
          value={draft.seenBy}
          onChange={(event) => onChange({ ...draft, seenBy: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          type="date"
          label={t`By`}
          w={180}
          value={draft.dueOn ?? ''}
          onChange={(event) => onChange({ ...draft, dueOn: event.currentTarget.value || null })}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" disabled={!isReady} loading={isBusy}>
            {isNew ? t`Agree` : t`Save`}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
          <Text size="xs" c="dimmed">
            <Trans>kept as a draft while you type</Trans>
          </Text>
        </Group>
      </Stack>
    </form>
  )
}
