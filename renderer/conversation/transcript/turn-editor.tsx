import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import styles from './transcript.module.css'

interface TurnEditorProps {
  text: string
  isSaving: boolean
  onSave(text: string): void
  onLeave(): void
}

/** A turn's text being corrected in its place. Enter saves, Escape leaves. */
export function TurnEditor({ text, isSaving, onSave, onLeave }: TurnEditorProps) {
  const [edited, setEdited] = useState(text)
  const trimmed = edited.trim()
  const save = () => {
    if (trimmed === text) onLeave()
    else if (trimmed !== '') onSave(trimmed)
  }
  return (
    <div className={styles.editor}>
      <Textarea
        aria-label={t`What was said`}
        autosize
        autoFocus
        minRows={2}
        maxRows={14}
        value={edited}
        disabled={isSaving}
        error={trimmed === '' ? t`Something was said here: write what it was, or leave it.` : null}
        maxLength={20_000}
        onChange={(event) => setEdited(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            save()
          }
          if (event.key === 'Escape') onLeave()
        }}
      />
      <Group gap="xs" mt={6} justify="space-between">
        <Text size="xs" c="dimmed">
          <Trans>The original is kept. Scores and measures are read anew.</Trans>
        </Text>
        <Group gap={6}>
          <Button variant="default" onClick={onLeave}>
            <Trans>Leave it</Trans>
          </Button>
          <Button loading={isSaving} disabled={trimmed === ''} onClick={save}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Group>
    </div>
  )
}
