import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Stack, Text, Title } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileImport } from '@tabler/icons-react'
import { exchangeKindOf } from '../../shared/domain/exchange-files.ts'
import { useTakeFiles } from './use-take-files.ts'

/** Files dropped anywhere on the window go to the import page; what another Debrief wrote, to where it belongs. */
export function WindowDrop() {
  const takeFiles = useTakeFiles()
  const bridge = globalThis.debriefBridge
  return (
    <aside aria-label={t`Drop files to import`}>
      <Dropzone.FullScreen
        active
        withinPortal={false}
        inputProps={{ 'aria-label': t`Files to import` }}
        onDrop={(files) => {
          const [first] = files
          // only the desktop can open another workspace, and only it knows where the file lies
          if (first && files.length === 1 && exchangeKindOf(first.name) === 'workspace' && bridge)
            return void bridge.openWorkspaceAt(bridge.pathForFile(first))
          void takeFiles(files)
        }}
      >
        <Stack align="center" justify="center" gap="xs" mih="80vh" style={{ pointerEvents: 'none' }}>
          <IconFileImport size={48} stroke={1.2} aria-hidden />
          <Title order={2}>
            <Trans>Drop to import</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>
              Exports, transcripts, rosters, or a whole folder. You see what was read before it counts.
            </Trans>
          </Text>
        </Stack>
      </Dropzone.FullScreen>
    </aside>
  )
}
