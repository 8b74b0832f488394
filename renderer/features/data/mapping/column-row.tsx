import { t } from '@lingui/core/macro'
import { ActionIcon, Button, Popover, Select, TextInput, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconInfoCircle } from '@tabler/icons-react'
import type { Mapping } from '../../../../shared/domain/import-kinds.ts'
import { confidenceWord } from '../words.ts'
import {
  type ColumnUse,
  columnUse,
  withField,
  withQuestion,
  withQuestionPart,
  withTransform,
} from './edit-mapping.ts'
import { fieldChoices, fields, isImportField } from './fields.ts'
import styles from './mapping-editor.module.css'
import { TransformEditor } from './transform-editor.tsx'
import { transformWords } from './transforms.ts'
import type { ColumnGuess } from './types.ts'

interface ColumnRowProps {
  guess: ColumnGuess
  mapping: Mapping
  onChange(mapping: Mapping): void
}

const asQuestion = 'question'

/** One column of the file: its name and examples, the field it becomes, and how its text is read. */
export function ColumnRow({ guess, mapping, onChange }: ColumnRowProps) {
  const use = columnUse(mapping, guess.column)
  const choices = [
    ...(mapping.kind === 'evaluations'
      ? [{ group: t`Question`, items: [{ value: asQuestion, label: t`A question of the form` }] }]
      : []),
    ...suggestions(guess),
    ...fieldChoices(mapping.kind),
  ]
  return (
    <div className={styles.column} data-unused={use.use === 'nothing'}>
      <div style={{ minWidth: 0 }}>
        <div className={styles.name} title={guess.column}>
          <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{guess.column}</span>
          <Tooltip
            label={`${guess.reason} (${confidenceWord(guess.confidence)})`}
            events={{ hover: true, focus: true, touch: true }}
          >
            <ActionIcon size={18} c="dimmed" aria-label={t`Why: ${guess.reason}`}>
              <IconInfoCircle size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
        <div className={styles.examples} title={guess.examples.join(' · ')}>
          {guess.examples.join(' · ') || t`empty`}
        </div>
      </div>
      <Select
        aria-label={t`Field for ${guess.column}`}
        size="xs"
        searchable
        clearable
        placeholder={t`not taken`}
        maxDropdownHeight={320}
        nothingFoundMessage={t`No field by that name`}
        data={choices}
        value={use.use === 'field' ? use.column.field : use.use === 'question' ? asQuestion : null}
        onChange={(value) => {
          const field = value?.replace(/^likely:/, '') ?? null
          if (field === asQuestion) onChange(withQuestion(mapping, guess))
          else onChange(withField(mapping, guess, field !== null && isImportField(field) ? field : null))
        }}
      />
      <HowRead use={use} guess={guess} mapping={mapping} onChange={onChange} />
    </div>
  )
}

/** Fields the recognition also thought of, offered first. */
function suggestions(guess: ColumnGuess) {
  if (guess.alternatives.length === 0) return []
  return [
    {
      group: t`Likely`,
      items: guess.alternatives.map(({ field }) => ({
        value: `likely:${field}`,
        label: fields[field].label,
      })),
    },
  ]
}

function HowRead({ use, guess, mapping, onChange }: ColumnRowProps & { use: ColumnUse }) {
  if (use.use === 'nothing') return <span />
  if (use.use === 'question' && use.part !== 'answer' && use.part !== 'score') {
    return <span className={styles.examples}>{use.part}</span>
  }
  const question = use.use === 'question' ? mapping.questions[use.place] : undefined
  const transform = use.use === 'field' ? use.column.transform : question?.scale
  if (!transform) return <span />
  return (
    <Popover width={300} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          fw={450}
          fullWidth
          justify="space-between"
          rightSection={<IconAdjustmentsHorizontal size={13} aria-hidden />}
          aria-label={t`How ${guess.column} is read: ${transformWords(transform)}`}
        >
          <span className={styles.how}>{transformWords(transform)}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {use.use === 'question' && question && (
          <>
            <TextInput
              label={t`Question`}
              size="xs"
              mb="xs"
              defaultValue={question.label}
              onBlur={(event) =>
                onChange(
                  withQuestionPart(mapping, use.place, { label: event.currentTarget.value || guess.column }),
                )
              }
            />
            <TextInput
              label={t`Section`}
              size="xs"
              mb="xs"
              defaultValue={question.section ?? ''}
              onBlur={(event) =>
                onChange(withQuestionPart(mapping, use.place, { section: event.currentTarget.value || null }))
              }
            />
          </>
        )}
        <TransformEditor
          transform={transform}
          reads={use.use === 'field' ? fields[use.column.field].reads : ['scale', 'share', 'flag']}
          examples={guess.examples}
          timeZone={mapping.timeZone}
          onChange={(next) =>
            onChange(
              use.use === 'field'
                ? withTransform(mapping, guess.column, next)
                : use.use === 'question'
                  ? withQuestionPart(mapping, use.place, { scale: next })
                  : mapping,
            )
          }
        />
      </Popover.Dropdown>
    </Popover>
  )
}
