import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SessionPerson } from '../../../../shared/contract/session.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { dayOfInstant } from '../../../ui/dates.ts'
import { useNow, useTimeZone } from '../../../ui/time.tsx'
import classes from './session.module.css'

/** What is agreed, as it is written. */
export interface Agreed {
  agentId: number
  behaviour: string
  seenBy: string
  dueOn: string | null
}

const USUAL_DAYS = 14

/** What will be done, how one will see it, by when, and in a group: by whom. */
export function CommitmentForm({
  people,
  before,
  isBusy,
  onSave,
  onCancel,
}: {
  people: readonly SessionPerson[]
  before?: Agreed
  isBusy: boolean
  onSave: (agreed: Agreed) => void
  onCancel: () => void
}) {
  const today = dayOfInstant(useNow(), useTimeZone())
  const [agreed, setAgreed] = useState<Agreed>(
    before ?? { agentId: people[0]!.id, behaviour: '', seenBy: '', dueOn: addDays(today, USUAL_DAYS) },
  )
  const isReady = agreed.behaviour.trim() !== ''
  return (
    <form
      className={classes.form}
      aria-label="Commitment"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onSave(agreed)
      }}
    >
      <Stack gap="xs">
        {people.length > 1 && before === undefined && (
          <Select
            size="xs"
            label="Who"
            allowDeselect={false}
            data={people.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(agreed.agentId)}
            onChange={(value) => value !== null && setAgreed({ ...agreed, agentId: Number(value) })}
          />
        )}
        <TextInput
          size="xs"
          label="What will be done"
          placeholder="Say what happens next before hanging up"
          maxLength={500}
          data-autofocus
          autoFocus
          value={agreed.behaviour}
          onChange={(event) => setAgreed({ ...agreed, behaviour: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label="How we will see it"
          placeholder="Eight of the next ten reviewed calls"
          maxLength={500}
          value={agreed.seenBy}
          onChange={(event) => setAgreed({ ...agreed, seenBy: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          type="date"
          label="By"
          w={180}
          value={agreed.dueOn ?? ''}
          onChange={(event) => setAgreed({ ...agreed, dueOn: event.currentTarget.value || null })}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" disabled={!isReady} loading={isBusy}>
            {before ? 'Save' : 'Agree'}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
