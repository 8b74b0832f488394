import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Fieldset, Group, TextInput } from '@mantine/core'
import { IconArrowNarrowRight, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'

interface WordsEditorProps {
  label: string
  words: Record<string, string | number>
  isNumber?: boolean
  examples: readonly string[]
  onChange(words: Record<string, string>): void
}

interface Line {
  id: number
  word: string
  value: string
}

let lastLine = 0
function line(word: string, value: string): Line {
  lastLine += 1
  return { id: lastLine, word, value }
}

/** A small table of words and what each stands for. Lines that are not complete yet are kept on screen but not reported. */
export function WordsEditor({ label, words, isNumber = false, examples, onChange }: WordsEditorProps) {
  const [lines, setLines] = useState(() =>
    Object.entries(words).map(([word, value]) => line(word, String(value))),
  )
  const report = (next: Line[]) => {
    setLines(next)
    const complete = next.filter(({ word, value }) => word.trim() !== '' && value.trim() !== '')
    onChange(Object.fromEntries(complete.map(({ word, value }) => [word.trim().toLowerCase(), value.trim()])))
  }
  const unused = examples.find((example) => !lines.some(({ word }) => word === example.toLowerCase()))
  return (
    <Fieldset legend={label} variant="unstyled">
      {lines.map((item) => (
        <Group key={item.id} gap={6} wrap="nowrap" mb={4}>
          <TextInput
            aria-label={t`Word in the file`}
            size="xs"
            value={item.word}
            onChange={(event) => {
              const word = event.currentTarget.value
              report(lines.map((other) => (other.id === item.id ? { ...other, word } : other)))
            }}
          />
          <IconArrowNarrowRight size={14} aria-hidden style={{ flex: 'none' }} />
          <TextInput
            aria-label={t`What ${item.word || t`the word`} stands for`}
            size="xs"
            inputMode={isNumber ? 'decimal' : 'text'}
            error={isNumber && item.value !== '' && !Number.isFinite(Number(item.value))}
            value={item.value}
            onChange={(event) => {
              const { value } = event.currentTarget
              report(lines.map((other) => (other.id === item.id ? { ...other, value } : other)))
            }}
          />
          <ActionIcon
            size="sm"
            aria-label={t`Remove ${item.word || t`this line`}`}
            onClick={() => report(lines.filter((other) => other.id !== item.id))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => setLines([...lines, line(isNumber ? '' : (unused ?? ''), '')])}
      >
        <Trans>Add a word</Trans>
      </Button>
    </Fieldset>
  )
}
