import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ScorecardItem } from '../../../../shared/contract/scorecards.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'

/** Starts a form: empty, from the one Debrief comes with, or as a copy. */
export function NewScorecard({ known, onClose }: { known: ScorecardItem[]; onClose(): void }) {
  const navigate = useNavigate()
  const creating = useMutation(orpc.scorecards.create.mutationOptions())
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<'starter' | 'blank' | 'copy'>('starter')
  const [copied, setCopied] = useState<string | null>(known[0] ? String(known[0].id) : null)
  const create = () => {
    if (kind === 'copy' && copied === null) return
    const from = kind === 'copy' ? { kind, scorecardId: Number(copied) } : { kind }
    creating.mutate(
      { title: title.trim(), from },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/quality/scorecards/$scorecardId', params: { scorecardId: id } }),
        onError: (error) => notifyFailed(t`The scorecard was not made`, error),
      },
    )
  }
  return (
    <Modal opened onClose={onClose} title={t`A new scorecard`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <Stack>
          <TextInput
            label={t`Name`}
            data-autofocus
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Radio.Group label={t`Start with`} value={kind} onChange={(value) => setKind(value)}>
            <Stack gap={6} mt={6}>
              <Radio value="starter" label={t`The questions Debrief answers by itself`} />
              <Radio value="blank" label={t`An empty form`} />
              {known.length > 0 && <Radio value="copy" label={t`A copy of another form`} />}
            </Stack>
          </Radio.Group>
          {kind === 'copy' && (
            <Select
              aria-label={t`Form to copy`}
              data={known.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={copied}
              onChange={setCopied}
              allowDeselect={false}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={creating.isPending} disabled={title.trim() === ''}>
              <Trans>Make it</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
