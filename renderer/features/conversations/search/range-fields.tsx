import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group, NumberInput, Text } from '@mantine/core'

interface Range {
  min?: number | undefined
  max?: number | undefined
}

interface RangeFieldsProps {
  label: string
  value: Range | undefined
  /** One shown unit in the stored one: 0.01 where per cents are shown. */
  step: number
  suffix?: string
  isDisabled?: boolean
  onChange(value: Range | undefined): void
}

/** A range by its two ends, either of which may be left open. */
export function RangeFields({
  label,
  value,
  step,
  suffix = '',
  isDisabled = false,
  onChange,
}: RangeFieldsProps) {
  const shown = (stored: number | undefined) =>
    stored === undefined ? '' : Math.round((stored / step) * 100) / 100
  const change = (end: 'min' | 'max', typed: number | string) => {
    const number = typed === '' ? Number.NaN : Number(typed)
    const next: Range = { ...value, [end]: Number.isFinite(number) ? number * step : undefined }
    onChange(next.min === undefined && next.max === undefined ? undefined : next)
  }
  return (
    <Group gap={6} wrap="nowrap" role="group" aria-label={label}>
      <NumberInput
        aria-label={t`${label}, at least`}
        placeholder={t`from`}
        w={96}
        hideControls
        suffix={suffix}
        disabled={isDisabled}
        value={shown(value?.min)}
        onChange={(typed) => change('min', typed)}
      />
      <Text size="sm" c="dimmed">
        <Trans>to</Trans>
      </Text>
      <NumberInput
        aria-label={t`${label}, at most`}
        placeholder={t`to`}
        w={96}
        hideControls
        suffix={suffix}
        disabled={isDisabled}
        value={shown(value?.max)}
        onChange={(typed) => change('max', typed)}
      />
    </Group>
  )
}
