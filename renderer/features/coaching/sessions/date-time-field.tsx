import { TextInput } from '@mantine/core'
import { instantOfLocal, localOfInstant } from '../../../ui/local-time.ts'
import { useTimeZone } from '../../../ui/time.tsx'
import { useTyped } from './use-typed.ts'

/** A year that is still being typed reads 0002, then 0020: no appointment. */
const EARLIEST = '2000-01-01T00:00'

/** A date and time in the workspace's time zone. Empty is no date; what is only half typed stays in the field. */
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
  const saved = value === null ? '' : localOfInstant(value, timeZone)
  const { field, setTyped } = useTyped(saved)
  return (
    <TextInput
      {...field}
      type="datetime-local"
      size="xs"
      label={isLabelHidden ? undefined : label}
      aria-label={label}
      min={EARLIEST}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        if (next === '') onChange(null)
        else if (next >= EARLIEST && next.length === EARLIEST.length) onChange(instantOfLocal(next, timeZone))
      }}
    />
  )
}
