import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { LinesField } from './lines-field.tsx'
import { useRule } from './rule-context.ts'
import styles from './rules.module.css'
import { focusList } from './block-focus.ts'
import { freeName, removeList, renameList, setList, usesOf, whyNotNamed, wordsOf } from './word-list-edits.ts'

/** The rule's own word lists, and those that are always there. */
export function WordLists() {
  const { rule, readyLists, change } = useRule()
  const own = Object.entries(rule.lists ?? {})
  const add = (name: string, words: readonly string[]) => {
    change(setList(name, words))
    focusList(name)
  }
  const ready = Object.entries(readyLists).filter(([name]) => !Object.hasOwn(rule.lists ?? {}, name))
  return (
    <>
      {own.map(([name, list]) => (
        <WordList key={name} {...{ name, list }} />
      ))}
      <Button
        size="compact-xs"
        variant="default"
        mt={8}
        onClick={() => add(freeName(rule, Object.keys(readyLists)), ['word'])}
      >
        <Trans>Add a word list</Trans>
      </Button>
      <details className={styles.more}>
        <summary>
          <Trans>Word lists that are always there</Trans>
        </summary>
        {ready.map(([name, list]) => (
          <Group key={name} gap={8} mt={6} wrap="nowrap" align="flex-start">
            <Text size="xs" className={styles.grow} lineClamp={2}>
              <strong>{`{${name}}`}</strong> {wordsOf(list).join(', ')}
            </Text>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t`Change the list ${name} for this rule`}
              onClick={() => add(name, wordsOf(list))}
            >
              <Trans>Change for this rule</Trans>
            </Button>
          </Group>
        ))}
      </details>
    </>
  )
}

function WordList({ name, list }: { name: string; list: string }) {
  const { rule, problems, change } = useRule()
  const [typed, setTyped] = useState(name)
  const whyNot = typed === name ? undefined : whyNotNamed(rule, typed)
  const own = problems.filter(({ path }) => path === `lists.${name}`)
  const take = () => {
    if (typed !== name && whyNot === undefined) change(renameList(name, typed))
  }
  return (
    <section className={styles.block} data-list={name} aria-label={t`Word list ${name}`}>
      <Group gap={8} align="flex-start" wrap="nowrap">
        <TextInput
          size="xs"
          label={t`Name`}
          w={200}
          value={typed}
          error={whyNot}
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={take}
          onKeyDown={(event) => event.key === 'Enter' && take()}
        />
        <Text size="xs" c="dimmed" mt={26} className={styles.grow}>
          {t`Write {${name}} in a phrase. Used in ${plural(usesOf(rule, name), { one: '# phrase', other: '# phrases' })}.`}
        </Text>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          mt={24}
          aria-label={t`Take the word list ${name} away`}
          onClick={() => change(removeList(name))}
        >
          <IconX size={13} aria-hidden />
        </ActionIcon>
      </Group>
      <LinesField
        label={t`Words, one a line`}
        rows={3}
        lines={wordsOf(list)}
        error={own.length === 0 ? undefined : own.map(({ sentence }) => sentence).join(' ')}
        onChange={(words) => change(setList(name, words), `lists.${name}`)}
      />
    </section>
  )
}
