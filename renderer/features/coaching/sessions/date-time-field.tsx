import { TextInput } from '@mantine/core'
import { instantOfLocal, localOfInstant } from '../../../ui/local-time.ts'
import { useTimeZone } from '../../../ui/time.tsx'

/** A date and time in the workspace's time zone. Empty is no date. */
export function DateTimeField({
  label,
  value,
  onChange,
  isLabelHidden = false,
}: {
  label: string
  value: number | null
  onChange: (at: number | null) => void
  isLabelHidden?: boolean
}) {
  const timeZone = useTimeZone()
  return (
    <TextInput
      type="datetime-local"
      size="xs"
      label={isLabelHidden ? undefined : label}
      aria-label={label}
      value={value === null ? '' : localOfInstant(value, timeZone)}
      onChange={(event) => {
        const typed = event.currentTarget.value
        onChange(typed === '' ? null : instantOfLocal(typed, timeZone))
      }}
    />
  )
}
