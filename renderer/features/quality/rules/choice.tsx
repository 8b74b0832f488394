import { Select } from '@mantine/core'

/** A choice of one of a few words. */
export function Choice<Value extends string>({
  label,
  words,
  value,
  width = 190,
  onChange,
}: {
  label: string
  words: Readonly<Record<Value, string>>
  value: Value
  width?: number
  onChange(value: Value): void
}) {
  const data = (Object.entries(words) as [Value, string][]).map(([one, said]) => ({
    value: one,
    label: said,
  }))
  return (
    <Select
      size="xs"
      w={width}
      label={label}
      allowDeselect={false}
      data={data}
      value={value}
      onChange={(chosen) => {
        const found = data.find((one) => one.value === chosen)
        if (found) onChange(found.value)
      }}
    />
  )
}
