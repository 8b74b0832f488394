import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group, NumberInput, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import type { Transform } from '../../../../shared/domain/import-kinds.ts'
import { durationUnits, momentOrders, periodSpans, transformAs, transformNames } from './transforms.ts'
import { WordsEditor } from './words-editor.tsx'

interface TransformEditorProps {
  transform: Transform
  /** The forms this field can be read in. */
  reads: readonly Transform['as'][]
  examples: readonly string[]
  timeZone: string
  onChange(transform: Transform): void
}

/** A list that opens within the small window: one in a portal would count as pressing outside and close it before the choice. */
const within = { withinPortal: false }

function choices<Key extends string>(names: Record<Key, string>) {
  return Object.entries<string>(names).map(([value, label]) => ({ value, label }))
}

/** How a column's text becomes a value: its form, and what that form needs to know. */
export function TransformEditor({ transform, reads, examples, timeZone, onChange }: TransformEditorProps) {
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        <Trans>
          Decided once for the whole column. Examples: {examples.slice(0, 3).join(' · ') || t`none`}
        </Trans>
      </Text>
      {reads.length > 1 && (
        <Select
          comboboxProps={within}
          label={t`Read as`}
          allowDeselect={false}
          data={reads.map((as) => ({ value: as, label: transformNames[as] }))}
          value={transform.as}
          onChange={(value) => {
            const as = reads.find((candidate) => candidate === value)
            if (as) onChange(transformAs(as, transform, examples))
          }}
        />
      )}
      <TransformDetails transform={transform} timeZone={timeZone} examples={examples} onChange={onChange} />
    </Stack>
  )
}

function TransformDetails({
  transform,
  timeZone,
  examples,
  onChange,
}: Pick<TransformEditorProps, 'transform' | 'timeZone' | 'examples' | 'onChange'>) {
  switch (transform.as) {
    case 'instant':
    case 'day':
      return (
        <>
          <Select
            comboboxProps={within}
            label={t`Order of the date’s parts`}
            allowDeselect={false}
            data={choices(momentOrders)}
            value={transform.order}
            onChange={(value) => {
              if (value !== null && value in momentOrders) {
                onChange({ ...transform, order: value as keyof typeof momentOrders })
              }
            }}
          />
          {transform.as === 'day' && transform.span && (
            <Select
              comboboxProps={within}
              label={t`A cell stands for`}
              allowDeselect={false}
              data={choices(periodSpans)}
              value={transform.span}
              onChange={(value) => {
                if (value !== null && value in periodSpans) {
                  onChange({ ...transform, span: value as keyof typeof periodSpans })
                }
              }}
            />
          )}
          <TextInput
            label={t`Time zone of this column`}
            description={t`Empty: that of the file, ${timeZone}`}
            placeholder={timeZone}
            defaultValue={transform.timeZone ?? ''}
            onBlur={(event) => onChange({ ...transform, timeZone: event.currentTarget.value || undefined })}
          />
        </>
      )
    case 'duration':
      return (
        <>
          <Select
            comboboxProps={within}
            label={t`Unit`}
            allowDeselect={false}
            data={choices(durationUnits)}
            value={transform.unit}
            onChange={(value) => {
              if (value !== null && value in durationUnits) {
                onChange({ ...transform, unit: value as keyof typeof durationUnits })
              }
            }}
          />
          {transform.unit === 'clock' && (
            <Select
              comboboxProps={within}
              label={t`Two-part clocks such as 07:12 are`}
              allowDeselect={false}
              data={[
                { value: 'm:ss', label: t`minutes and seconds` },
                { value: 'h:mm', label: t`hours and minutes` },
              ]}
              value={transform.clockParts ?? 'm:ss'}
              onChange={(value) => onChange({ ...transform, clockParts: value === 'h:mm' ? 'h:mm' : 'm:ss' })}
            />
          )}
        </>
      )
    case 'number':
      return (
        <DecimalSign value={transform.decimal} onChange={(decimal) => onChange({ ...transform, decimal })} />
      )
    case 'share':
      return (
        <>
          <Select
            comboboxProps={within}
            label={t`Written as`}
            allowDeselect={false}
            data={[
              { value: '100', label: t`percentage: 87 or 87%` },
              { value: '1', label: t`share: 0.87` },
            ]}
            value={String(transform.scale)}
            onChange={(value) => onChange({ ...transform, scale: value === '1' ? 1 : 100 })}
          />
          <DecimalSign
            value={transform.decimal}
            onChange={(decimal) => onChange({ ...transform, decimal })}
          />
        </>
      )
    case 'scale':
      return (
        <>
          <Group grow gap="xs">
            <NumberInput
              label={t`Worst`}
              value={transform.min}
              onChange={(value) => typeof value === 'number' && onChange({ ...transform, min: value })}
            />
            <NumberInput
              label={t`Best`}
              value={transform.max}
              onChange={(value) => typeof value === 'number' && onChange({ ...transform, max: value })}
            />
          </Group>
          <WordsEditor
            label={t`Words and the number each stands for`}
            words={transform.words ?? {}}
            isNumber
            examples={examples}
            onChange={(words) =>
              onChange({
                ...transform,
                words: Object.fromEntries(
                  Object.entries(words)
                    .map(([word, value]): [string, number] => [word, Number(value)])
                    .filter(([, value]) => Number.isFinite(value)),
                ),
              })
            }
          />
        </>
      )
    case 'flag':
      return (
        <>
          <TagsInput
            comboboxProps={within}
            label={t`Means yes`}
            data={[...examples]}
            value={transform.yes}
            onChange={(yes) => onChange({ ...transform, yes: lowered(yes) })}
          />
          <TagsInput
            comboboxProps={within}
            label={t`Means no`}
            data={[...examples]}
            value={transform.no}
            onChange={(no) => onChange({ ...transform, no: lowered(no) })}
          />
          <Text size="xs" c="dimmed">
            <Trans>Anything else states nothing. Capitals do not matter.</Trans>
          </Text>
        </>
      )
    case 'word':
      return (
        <WordsEditor
          label={t`Spelling and what it stands for`}
          words={transform.words}
          examples={examples}
          onChange={(words) => onChange({ ...transform, words })}
        />
      )
    case 'text':
    case 'id':
      return (
        <Text size="sm" c="dimmed">
          {transform.as === 'id'
            ? t`Kept exactly as written.`
            : t`Kept as text. What people wrote is redacted before it is stored.`}
        </Text>
      )
  }
}

function lowered(words: string[]): string[] {
  return [...new Set(words.map((word) => word.trim().toLowerCase()))]
}

function DecimalSign({
  value,
  onChange,
}: {
  value: '.' | ',' | undefined
  onChange(value: '.' | ',' | undefined): void
}) {
  return (
    <Select
      comboboxProps={within}
      label={t`Decimal sign`}
      allowDeselect={false}
      data={[
        { value: '.', label: t`point: 4.5` },
        { value: ',', label: t`comma: 4,5` },
      ]}
      value={value ?? '.'}
      onChange={(sign) => onChange(sign === ',' ? ',' : undefined)}
    />
  )
}
