import { Stack, Text, Title } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileImport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useDroppedFiles } from './dropped-files.ts'

/** Files dropped anywhere on the window go to the import page; those of a calibration to where it is. */
export function WindowDrop() {
  const navigate = useNavigate()
  const drop = useDroppedFiles((state) => state.drop)
  return (
    <aside aria-label="Drop files to import">
      <Dropzone.FullScreen
        active
        withinPortal={false}
        onDrop={(files) => {
          drop(files)
          const isCalibration = files.every(({ name }) => name.endsWith('.calibration.json'))
          void (isCalibration
            ? navigate({ to: '/quality', search: { tab: 'calibration' } })
            : navigate({ to: '/data', search: { tab: 'import' } }))
        }}
      >
        <Stack align="center" justify="center" gap="xs" mih="80vh" style={{ pointerEvents: 'none' }}>
          <IconFileImport size={48} stroke={1.2} aria-hidden />
          <Title order={2}>Drop to import</Title>
          <Text c="dimmed">
            Exports, transcripts, rosters, or a whole folder. You see what was read before it counts.
          </Text>
        </Stack>
      </Dropzone.FullScreen>
    </aside>
  )
}
