import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, NumberInput, Stack, Switch } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DisputeSettings } from '../../../../shared/contract/disputes.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { QueryView } from '../../../ui/states.tsx'

/** The rules of disputes: how long, how often, and whether a score may fall. */
export function SettingsDialog({ onClose }: { onClose(): void }) {
  const query = useQuery(orpc.disputes.settings.queryOptions())
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Rules of disputes`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <QueryView query={query} what={t`the rules`}>
        {(settings) => <Fields settings={settings} onClose={onClose} />}
      </QueryView>
    </Modal>
  )
}

function Fields({ settings, onClose }: { settings: DisputeSettings; onClose(): void }) {
  const [chosen, setChosen] = useState(settings)
  const saving = useMutation(orpc.disputes.setSettings.mutationOptions())
  const days = (name: 'windowDays' | 'decideDays' | 'rounds', most: number) => ({
    value: chosen[name],
    min: 1,
    max: most,
    clampBehavior: 'strict' as const,
    allowDecimal: false,
    onChange: (value: string | number) =>
      typeof value === 'number' && setChosen({ ...chosen, [name]: value }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(chosen, {
          onSuccess: () => {
            notifyDone(t`The rules are saved; what was decided keeps those it was decided by.`)
            onClose()
          },
          onError: (error) => notifyFailed(t`The rules were not saved`, error),
        })
      }}
    >
      <Stack>
        <NumberInput
          label={t`Days to dispute an answer`}
          description={t`From the evaluation; for another round, from the decision.`}
          {...days('windowDays', 366)}
        />
        <NumberInput
          label={t`Rounds`}
          description={t`How often one answer may be disputed. Another person decides each time.`}
          {...days('rounds', 5)}
        />
        <NumberInput
          label={t`Days to decide`}
          description={t`After that an open dispute is shown as late.`}
          {...days('decideDays', 366)}
        />
        <Switch
          label={t`A score may fall by a dispute`}
          description={t`Off: an answer that would lower the score is recorded, and the score stays.`}
          checked={chosen.mayLower}
          onChange={(event) => setChosen({ ...chosen, mayLower: event.currentTarget.checked })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={saving.isPending}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
