import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, FileButton, Group, SegmentedControl } from '@mantine/core'
import { IconFileImport, IconMessageQuestion, IconSettings } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DISPUTE_FILE_CHARACTERS } from '../../../../shared/contract/disputes.ts'
import { orpc } from '../../../app/client.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { textOfFile } from '../../../ui/text-of-file.ts'
import { DisputeTable } from './dispute-table.tsx'
import styles from './disputes.module.css'
import { OverturnRates } from './overturn-rates.tsx'
import { SettingsDialog } from './settings-dialog.tsx'

interface DisputesTabProps {
  showsDecided: boolean
  onShow(decided: boolean): void
}

/** Answers somebody disputes, what was decided, and how often answers are overturned. */
export function DisputesTab({ showsDecided, onShow }: DisputesTabProps) {
  const [hasSettings, setHasSettings] = useState(false)
  const query = useQuery(
    orpc.disputes.list.queryOptions({ input: { state: showsDecided ? 'resolved' : 'open' } }),
  )
  return (
    <QueryView query={query} what={t`the disputes`} loading={<Loading label={t`the disputes`} rows={6} />}>
      {({ items, open, resolved }) => (
        <div className={styles.stack}>
          <Group justify="space-between">
            <SegmentedControl
              aria-label={t`Which disputes`}
              value={showsDecided ? 'decided' : 'open'}
              onChange={(value) => onShow(value === 'decided')}
              data={[
                { value: 'open', label: t`Open (${open})` },
                { value: 'decided', label: t`Decided (${resolved})` },
              ]}
            />
            <Group gap="xs">
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconSettings size={15} aria-hidden />}
                onClick={() => setHasSettings(true)}
              >
                <Trans>Rules</Trans>
              </Button>
              <TakeFile />
              {!showsDecided && items[0] && (
                <ButtonLink to="/quality/disputes/$disputeId" params={{ disputeId: items[0].id }}>
                  <Trans>Start with the first</Trans>
                </ButtonLink>
              )}
            </Group>
          </Group>
          {items.length === 0 ? (
            <NothingHere showsDecided={showsDecided} />
          ) : (
            <DisputeTable items={items} showsDecided={showsDecided} />
          )}
          {resolved > 0 && <OverturnRates />}
          {hasSettings && <SettingsDialog onClose={() => setHasSettings(false)} />}
        </div>
      )}
    </QueryView>
  )
}

/** Takes a file that came back filled in. */
function TakeFile() {
  const taking = useMutation(orpc.disputes.import.mutationOptions())
  const take = async (file: File | null) => {
    if (!file) return
    try {
      const { sentence } = await taking.mutateAsync({ text: await textOfFile(file, DISPUTE_FILE_CHARACTERS) })
      notifyDone(sentence)
    } catch (error) {
      notifyFailed(t`The file was not taken`, error)
    }
  }
  return (
    <FileButton accept=".debrief-dispute,.json,application/json" onChange={(file) => void take(file)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={taking.isPending}
          leftSection={<IconFileImport size={15} aria-hidden />}
        >
          <Trans>Take a file back…</Trans>
        </Button>
      )}
    </FileButton>
  )
}

function NothingHere({ showsDecided }: { showsDecided: boolean }) {
  if (showsDecided) return <Empty title={t`Nothing is decided yet`} />
  return (
    <Empty
      icon={IconMessageQuestion}
      title={t`Nothing is disputed`}
      actions={
        <ButtonLink variant="default" to="/conversations">
          <Trans>Choose a conversation</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        “Dispute” stands beside every answer of an evaluation, on the page of its conversation. An agent
        without Debrief fills in a file, which is taken back here.
      </Trans>
    </Empty>
  )
}
