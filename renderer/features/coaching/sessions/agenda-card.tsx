import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Checkbox, Group, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { SESSION_LIMITS, type AgendaItem, type SessionPage } from '../../../../shared/contract/session.ts'
import { Section } from '../../../ui/page.tsx'
import { LineField } from './line-field.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

const kindWords: Record<AgendaItem['kind'], string> = {
  strength: t`Going well`,
  commitment: t`Last time`,
  focus: t`To work on`,
  other: t`Also`,
}

const placeholders: Record<AgendaItem['kind'], string> = {
  strength: t`What goes well?`,
  commitment: t`What was agreed last time?`,
  focus: t`What is to be worked on?`,
  other: t`What else?`,
}

/** What to talk about, in this order: something that goes well, what was agreed last time, one behaviour. */
export function AgendaCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const { agenda } = session
  /** What was just added and says nothing yet: it is kept with its first letter. */
  const [draft, setDraft] = useState<AgendaItem['kind'] | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const shown = draft === null ? agenda : [...agenda, { kind: draft, text: '', isDone: false }]
  const change = (next: AgendaItem[]) => actions.write({ agenda: next })
  const changeAt = (index: number, part: Partial<AgendaItem>) =>
    change(actions.now().agenda.map((item, at) => (at === index ? { ...item, ...part } : item)))
  const writeAt = (index: number, text: string) => {
    if (draft === null || index < agenda.length) return changeAt(index, { text })
    change([...actions.now().agenda, { kind: draft, text, isDone: false }])
    setDraft(null)
  }
  const move = (index: number, by: -1 | 1) => {
    const items = [...actions.now().agenda]
    const [moved] = items.splice(index, 1)
    items.splice(index + by, 0, moved!)
    change(items)
  }
  const takeOff = (index: number) => {
    if (index >= agenda.length) setDraft(null)
    else change(actions.now().agenda.filter((_item, at) => at !== index))
    // the focus stays in the list: on the line that moves up, or on the one before where it was the last
    const next = index < shown.length - 1 ? index : index - 1
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLElement>('textarea:not([aria-hidden])')[next]?.focus(),
    )
  }
  return (
    <Section
      title={t`Agenda`}
      note={t`one strength, one behaviour, what was agreed`}
      actions={
        <Select
          size="xs"
          w={150}
          aria-label={t`Add to the agenda`}
          placeholder={t`Add`}
          leftSection={<IconPlus size={14} aria-hidden />}
          value={null}
          disabled={agenda.length >= SESSION_LIMITS.agenda}
          data={(Object.keys(kindWords) as AgendaItem['kind'][]).map((kind) => ({
            value: kind,
            label: kindWords[kind],
          }))}
          onChange={(kind) => kind && setDraft(kind)}
        />
      }
    >
      <ol className={classes.lines} aria-label={t`Agenda`} ref={list}>
        {shown.map((item, index) => (
          <li key={index} className={classes.line}>
            <Group gap={8} wrap="nowrap" align="flex-start">
              <Checkbox
                className={classes.tick}
                aria-label={t`Talked about: ${item.text}`}
                checked={item.isDone}
                disabled={index >= agenda.length}
                onChange={(event) => changeAt(index, { isDone: event.currentTarget.checked })}
              />
              <span className={classes.kind}>{kindWords[item.kind]}</span>
            </Group>
            <LineField
              label={t`${kindWords[item.kind]}, item ${index + 1}`}
              text={item.text}
              isDone={item.isDone}
              isNew={index >= agenda.length}
              placeholder={placeholders[item.kind]}
              onChange={(text) => writeAt(index, text)}
              onLeftEmpty={() => setDraft(null)}
            />
            <Group gap={0} wrap="nowrap" className={classes.tools}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t`Move up: ${item.text}`}
                disabled={index === 0 || index >= agenda.length}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={15} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t`Move down: ${item.text}`}
                disabled={index >= agenda.length - 1}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={15} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t`Take off the agenda: ${item.text}`}
                onClick={() => takeOff(index)}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ol>
      {shown.length === 0 && (
        <Button variant="light" size="xs" onClick={() => setDraft('strength')}>
          <Trans>Begin with something that goes well</Trans>
        </Button>
      )}
    </Section>
  )
}
