import { t } from '@lingui/core/macro'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { systemicStatus, type SystemicRecord } from '../../../../shared/contract/systemic.ts'
import classes from '../patterns.module.css'
import { statusWords } from '../words.ts'
import type { FindingActions } from './use-finding.ts'

/**
 * Text that is kept at every stroke; what is typed stays as typed until the field is left, since spaces at its ends are not kept. A field
 * that is empty only in between, as a date while it is typed, is told when it is left.
 */
function useTyped(value: string, onKeep: (text: string) => void, keepsEmpty = true) {
  const [typed, setTyped] = useState<string | null>(null)
  return {
    value: typed ?? value,
    onChange(event: { currentTarget: { value: string } }) {
      const text = event.currentTarget.value
      setTyped(text)
      if (text.trim() !== value && (keepsEmpty || text.trim() !== '')) onKeep(text.trim())
    },
    onBlur() {
      if (typed !== null && typed.trim() !== value) onKeep(typed.trim())
      setTyped(null)
    },
  }
}

/** What one can change of a finding. */
export function FindingFields({
  finding,
  write,
}: {
  finding: SystemicRecord
  write: FindingActions['write']
}) {
  const title = useTyped(finding.title, (text) => text !== '' && write({ title: text }))
  const owner = useTyped(finding.owner, (text) => write({ owner: text }))
  const why = useTyped(finding.why, (text) => write({ why: text }))
  const dueOn = useTyped(finding.dueOn ?? '', (text) => write({ dueOn: text || null }), false)
  const checkFrom = useTyped(finding.checkFrom, (text) => text !== '' && write({ checkFrom: text }))
  return (
    <div className={classes.fields}>
      <TextInput className={classes.wide} label={t`Title`} maxLength={500} {...title} />
      <TextInput label={t`Owner`} placeholder={t`Who sees to it`} maxLength={200} {...owner} />
      <Select
        label={t`Status`}
        allowDeselect={false}
        data={systemicStatus.options.map((value) => ({ value, label: statusWords[value] }))}
        value={finding.status}
        onChange={(value) => {
          const status = systemicStatus.options.find((one) => one === value)
          if (status) write({ status })
        }}
      />
      <TextInput type="date" label={t`Due`} {...dueOn} />
      <TextInput
        type="date"
        label={t`Should be gone from`}
        title={t`Whether it went away is told from this day on`}
        {...checkFrom}
      />
      <Textarea
        className={classes.wide}
        label={t`Why it looks like the process`}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={20_000}
        {...why}
      />
    </div>
  )
}
