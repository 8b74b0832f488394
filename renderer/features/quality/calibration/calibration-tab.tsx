import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, FileButton, Group, Stack } from '@mantine/core'
import { IconFileImport, IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { exchangeKindOf } from '../../../../shared/domain/exchange-files.ts'
import { orpc } from '../../../app/client.ts'
import { useDroppedFiles } from '../../../app/dropped-files.ts'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { useImportFiles } from './calibration-file.ts'
import { NewSession } from './new-session.tsx'
import { ReviewersSection } from './reviewers-section.tsx'
import { SessionTable } from './session-table.tsx'

/** Sessions in which reviewers score the same conversations, and how each of them scores. */
export function CalibrationTab() {
  const sessions = useQuery(orpc.calibration.list.queryOptions())
  const [isMaking, setIsMaking] = useState(false)
  const { take, isBusy } = useImportFiles()
  const dropped = useDroppedFiles((state) => state.files)
  const takeDropped = useDroppedFiles((state) => state.take)
  useEffect(() => {
    if (dropped.length > 0 && dropped.every(({ name }) => exchangeKindOf(name) === 'calibration'))
      void take(takeDropped().files)
    // what was dropped is taken once, whatever else changes
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [dropped])
  const actions = (
    <>
      <FileButton
        multiple
        accept=".debrief-calibration,.json,application/json"
        onChange={(files) => void take(files)}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={isBusy}
            leftSection={<IconFileImport size={15} aria-hidden />}
          >
            <Trans>Take in a file</Trans>
          </Button>
        )}
      </FileButton>
      <Button onClick={() => setIsMaking(true)}>
        <Trans>New calibration</Trans>
      </Button>
    </>
  )
  return (
    <QueryView
      query={sessions}
      what={t`the calibrations`}
      loading={<Loading label={t`the calibrations`} rows={6} />}
    >
      {(list) => (
        <Stack gap="md">
          {list.length === 0 ? (
            <Empty icon={IconScale} title={t`No calibration yet`} actions={actions}>
              <Trans>
                Several reviewers score the same conversations without seeing each other or the agent’s name.
                Then you compare, and settle what is right. Whoever works on another computer gets their part
                as a file; drop what comes back here.
              </Trans>
            </Empty>
          ) : (
            <>
              <Group justify="flex-end">{actions}</Group>
              <SessionTable sessions={list} />
            </>
          )}
          <ReviewersSection />
          {isMaking && <NewSession onClose={() => setIsMaking(false)} />}
        </Stack>
      )}
    </QueryView>
  )
}
