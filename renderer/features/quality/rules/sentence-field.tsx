import { t } from '@lingui/core/macro'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { whyNotSentence } from './field-words.ts'

/** A sentence of one line. What cannot be taken is said below, and the one before stays in use. */
export function SentenceField({
  label,
  value,
  most = 300,
  isNeeded = false,
  placeholder,
  onChange,
}: {
  label: string
  value: string | undefined
  most?: number
  isNeeded?: boolean
  placeholder?: string
  onChange(value: string | undefined): void
}) {
  const [wrong, setWrong] = useState<{ typed: string; beside: string | undefined } | null>(null)
  const isWrong = wrong !== null && wrong.beside === value
  const problem = isWrong ? whyNotSentence(wrong.typed, most, isNeeded) : undefined
  return (
    <TextInput
      size="xs"
      mt={4}
      label={label}
      placeholder={placeholder}
      value={isWrong ? wrong.typed : (value ?? '')}
      errorProps={{ fz: 'xs' }}
      error={problem === undefined ? undefined : t`${problem} The one before stays until then.`}
      onChange={(event) => {
        const typed = event.currentTarget.value
        if (whyNotSentence(typed, most, isNeeded) !== undefined) return setWrong({ typed, beside: value })
        setWrong(null)
        onChange(typed === '' ? undefined : typed)
      }}
    />
  )
}
