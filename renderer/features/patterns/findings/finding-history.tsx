import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { SystemicRecord } from '../../../../shared/contract/systemic.ts'
import { withLocalDays } from '../../../ui/dates.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import classes from '../patterns.module.css'
import type { FindingActions } from './use-finding.ts'

const kindWords: Record<SystemicRecord['history'][number]['kind'], string> = {
  created: t`kept`,
  note: t`note`,
  changed: t`changed`,
  removed: t`removed`,
  restored: t`brought back`,
}

/** What was done and noted, the newest last, and a field for the next note. */
export function FindingHistory({
  history,
  note,
  isBusy,
}: {
  history: SystemicRecord['history']
  note: FindingActions['note']
  isBusy: boolean
}) {
  const [text, setText] = useState('')
  const keep = async () => {
    const sent = text
    if (await note(sent)) setText((now) => (now === sent ? '' : now))
  }
  return (
    <Section title={t`History`}>
      <ol className={classes.history} aria-label={t`History of the finding`}>
        {history.map((entry, index) => (
          // two changes may fall on one instant
          <li key={`${entry.at} ${index}`}>
            <Instant at={entry.at} /> · {kindWords[entry.kind]}
            {entry.text !== '' && <div>{withLocalDays(entry.text)}</div>}
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') void keep()
        }}
      >
        <Textarea
          label={t`Note`}
          placeholder={t`What was tried, and when`}
          autosize
          minRows={2}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" mt="xs" disabled={text.trim() === ''} loading={isBusy}>
          <Trans>Add the note</Trans>
        </Button>
      </form>
    </Section>
  )
}
