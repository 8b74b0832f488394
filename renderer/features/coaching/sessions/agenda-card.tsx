import { ActionIcon, Button, Checkbox, Group, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { SESSION_LIMITS, type AgendaItem, type SessionPage } from '../../../../shared/contract/session.ts'
import { Section } from '../../../ui/page.tsx'
import { LineField } from './line-field.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

const kindWords: Record<AgendaItem['kind'], string> = {
  strength: 'Going well',
  commitment: 'Last time',
  focus: 'To work on',
  other: 'Also',
}

/** What to talk about, in this order: something that goes well, what was agreed last time, one behaviour. */
export function AgendaCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const { agenda } = session
  const change = (next: AgendaItem[]) => actions.write({ agenda: next })
  const changeAt = (index: number, part: Partial<AgendaItem>) =>
    change(actions.now().agenda.map((item, at) => (at === index ? { ...item, ...part } : item)))
  const move = (index: number, by: -1 | 1) => {
    const items = [...actions.now().agenda]
    const [moved] = items.splice(index, 1)
    items.splice(index + by, 0, moved!)
    change(items)
  }
  const add = (kind: AgendaItem['kind']) =>
    change([...actions.now().agenda, { kind, text: kindWords[kind], isDone: false }])
  return (
    <Section
      title="Agenda"
      note="one strength, one behaviour, what was agreed"
      actions={
        <Select
          size="xs"
          w={150}
          aria-label="Add to the agenda"
          placeholder="Add"
          leftSection={<IconPlus size={14} aria-hidden />}
          value={null}
          disabled={agenda.length >= SESSION_LIMITS.agenda}
          data={(Object.keys(kindWords) as AgendaItem['kind'][]).map((kind) => ({
            value: kind,
            label: kindWords[kind],
          }))}
          onChange={(kind) => kind && add(kind)}
        />
      }
    >
      <ol className={classes.lines} aria-label="Agenda">
        {agenda.map((item, index) => (
          <li key={index} className={classes.line}>
            <Group gap={8} wrap="nowrap" align="flex-start">
              <Checkbox
                className={classes.tick}
                aria-label={`Talked about: ${item.text}`}
                checked={item.isDone}
                onChange={(event) => changeAt(index, { isDone: event.currentTarget.checked })}
              />
              <span className={classes.kind}>{kindWords[item.kind]}</span>
            </Group>
            <LineField
              label={`${kindWords[item.kind]}, item ${index + 1}`}
              text={item.text}
              isDone={item.isDone}
              onChange={(text) => changeAt(index, { text })}
            />
            <Group gap={0} wrap="nowrap" className={classes.tools}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Move up: ${item.text}`}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={15} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Move down: ${item.text}`}
                disabled={index === agenda.length - 1}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={15} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Take off the agenda: ${item.text}`}
                onClick={() => change(actions.now().agenda.filter((_item, at) => at !== index))}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ol>
      {agenda.length === 0 && (
        <Button variant="light" size="xs" onClick={() => add('strength')}>
          Begin with something that goes well
        </Button>
      )}
    </Section>
  )
}
