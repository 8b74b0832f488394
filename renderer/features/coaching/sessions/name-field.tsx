import { TextInput, type TextInputProps } from '@mantine/core'
import { useTyped } from './use-typed.ts'

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
  const { field, setTyped } = useTyped(saved)
  return (
    <TextInput
      {...look}
      {...field}
      aria-label={label}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        if (mayBeEmpty || next.trim() !== '') onChange(next)
      }}
    />
  )
}
