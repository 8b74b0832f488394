import { t } from '@lingui/core/macro'
import { Button, Group } from '@mantine/core'
import { focusList } from './block-focus.ts'
import { useRule } from './rule-context.ts'
import { missingLists, setList } from './word-list-edits.ts'

/** Offers to make the word lists that phrases name and that are not there. */
export function MissingLists({ phrases }: { phrases: readonly string[] }) {
  const { rule, readyLists, change } = useRule()
  const known = new Set([...Object.keys(readyLists), ...Object.keys(rule.lists ?? {})])
  const missing = missingLists(phrases, known)
  if (missing.length === 0) return null
  return (
    <Group gap={6} mt={4}>
      {missing.map((name) => (
        <Button
          key={name}
          size="compact-xs"
          variant="default"
          onClick={() => {
            change(setList(name, [name.replaceAll('-', ' ')]))
            focusList(name)
          }}
        >
          {t`Make the word list {${name}}`}
        </Button>
      ))}
    </Group>
  )
}
