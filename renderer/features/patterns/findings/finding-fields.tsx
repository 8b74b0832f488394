import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { systemicStatus, type SystemicRecord } from '../../../../shared/contract/systemic.ts'
import classes from '../patterns.module.css'
import { statusWords } from '../words.ts'
import type { FindingActions } from './use-finding.ts'

/** Text that is kept when its field is left: each change is a line of the history, and not each letter. */
function useTyped(value: string, onKeep: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  return {
    value: typed ?? value,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
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
  const dueOn = useTyped(finding.dueOn ?? '', (text) => write({ dueOn: text || null }))
  const checkFrom = useTyped(finding.checkFrom, (text) => text !== '' && write({ checkFrom: text }))
  return (
    <div className={classes.fields}>
      <TextInput className={classes.wide} label="Title" maxLength={500} {...title} />
      <TextInput label="Owner" placeholder="Who sees to it" maxLength={200} {...owner} />
      <Select
        label="Status"
        allowDeselect={false}
        data={systemicStatus.options.map((value) => ({ value, label: statusWords[value] }))}
        value={finding.status}
        onChange={(value) => {
          const status = systemicStatus.options.find((one) => one === value)
          if (status) write({ status })
        }}
      />
      <TextInput type="date" label="Due" {...dueOn} />
      <TextInput
        type="date"
        label="Should be gone from"
        title="Whether it went away is told from this day on"
        {...checkFrom}
      />
      <Textarea
        className={classes.wide}
        label="Why it looks like the process"
        autosize
        minRows={3}
        maxRows={10}
        maxLength={20_000}
        {...why}
      />
    </div>
  )
}
