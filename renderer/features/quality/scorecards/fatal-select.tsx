import { t } from '@lingui/core/macro'
import { Select } from '@mantine/core'
import type { Fatal, ScorecardDefinition } from '../../../../shared/domain/scorecard/definition.ts'

const form = 'form'
const section = 'section:'

/** What an answer zeroes, if anything. */
export function FatalSelect({
  fatal,
  definition,
  label,
  onChange,
}: {
  fatal: Fatal | null
  definition: ScorecardDefinition
  label: string
  onChange(fatal: Fatal | null): void
}) {
  return (
    <Select
      aria-label={label}
      size="xs"
      w={190}
      allowDeselect={false}
      value={fatal === null ? '' : fatal.target === 'form' ? form : `${section}${fatal.sectionId}`}
      data={[
        { value: '', label: t`zeroes nothing` },
        { value: form, label: t`zeroes the form` },
        ...definition.sections.map(({ id, title }) => ({
          value: `${section}${id}`,
          label: t`zeroes ${title}`,
        })),
      ]}
      onChange={(value) =>
        onChange(
          value === null || value === ''
            ? null
            : value === form
              ? { target: 'form' }
              : { target: 'section', sectionId: value.slice(section.length) },
        )
      }
    />
  )
}
