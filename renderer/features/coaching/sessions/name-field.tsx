import { TextInput, type TextInputProps } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

/**
 * A short text saved at every stroke. What is typed stays in the field while one is in it: it is kept without spaces at its ends, and what comes back must
 * not take away the space before the next word. Left empty where it may not be, it keeps what it said.
 */
export function NameField({
  label,
  saved,
  mayBeEmpty = true,
  onChange,
  ...look
}: Omit<TextInputProps, 'value' | 'onChange' | 'label'> & {
  label: string
  saved: string
  mayBeEmpty?: boolean
  onChange: (text: string) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(saved)
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(saved)
  }, [saved])
  return (
    <TextInput
      {...look}
      ref={field}
      aria-label={label}
      value={typed}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        if (mayBeEmpty || next.trim() !== '') onChange(next)
      }}
      onBlur={() => setTyped(saved)}
    />
  )
}
