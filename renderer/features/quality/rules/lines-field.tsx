import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { linesOf } from './field-words.ts'

/** Several texts, one a line. */
export function LinesField({
  label,
  description,
  placeholder,
  lines,
  error,
  rows = 2,
  onChange,
}: {
  label: string
  description?: ReactNode
  placeholder?: string
  lines: readonly string[]
  error?: ReactNode
  rows?: number
  onChange(lines: string[]): void
}) {
  // an empty line that is being written stands in no rule yet
  const [typed, setTyped] = useState<string | null>(null)
  const kept = lines.map((line) => line.replaceAll('\n', ' '))
  const isTyped = typed !== null && linesOf(typed).join('\n') === linesOf(kept.join('\n')).join('\n')
  return (
    <Textarea
      size="xs"
      autosize
      minRows={rows}
      maxRows={10}
      label={label}
      description={description}
      descriptionProps={{ fz: 'xs' }}
      placeholder={placeholder}
      spellCheck={false}
      value={isTyped ? typed : kept.join('\n')}
      errorProps={{ fz: 'xs' }}
      error={error}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const next = linesOf(text)
        if (next.join('\n') !== linesOf(kept.join('\n')).join('\n')) onChange(next)
      }}
    />
  )
}
