import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text, Title } from '@mantine/core'
import { IconFileImport, IconFolderOpen } from '@tabler/icons-react'
import { useRef } from 'react'
import { importKind } from '../../../../shared/domain/import-kinds.ts'
import { kinds } from '../words.ts'
import styles from './import.module.css'

interface DropAreaProps {
  isCompact: boolean
  onFiles(files: File[]): void
  onPaths(paths: string[]): void
}

/** Where files come in: choose them, choose a folder, or drop them anywhere on the window (the shell listens for that). */
export function DropArea({ isCompact, onFiles, onPaths }: DropAreaProps) {
  const filesInput = useRef<HTMLInputElement>(null)
  const folderInput = useRef<HTMLInputElement>(null)
  const bridge = globalThis.debriefBridge
  const chooseFiles = () => {
    if (bridge) void bridge.chooseFiles().then(onPaths)
    else filesInput.current?.click()
  }
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])])
    // The same file may be chosen again after it was removed.
    input.value = ''
  }
  const buttons = (
    <Group gap="xs" wrap="nowrap">
      <Button
        size={isCompact ? 'xs' : 'sm'}
        variant={isCompact ? 'default' : 'filled'}
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={chooseFiles}
      >
        <Trans>Choose files</Trans>
      </Button>
      <Button
        size={isCompact ? 'xs' : 'sm'}
        variant="default"
        leftSection={<IconFolderOpen size={16} aria-hidden />}
        onClick={() => folderInput.current?.click()}
      >
        <Trans>Choose a folder</Trans>
      </Button>
    </Group>
  )
  return (
    <section className={`${styles.drop} ${isCompact ? styles.compact : ''}`} aria-label={t`Add files`}>
      <input
        ref={filesInput}
        type="file"
        multiple
        hidden
        data-testid="choose-files"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folderInput}
        type="file"
        multiple
        hidden
        // React has no typed prop for it; browsers and Electron all know the attribute.
        {...{ webkitdirectory: '' }}
        onChange={(event) => take(event.currentTarget)}
      />
      {isCompact ? (
        <>
          {buttons}
          <Text size="sm" c="dimmed">
            <Trans>or drop more anywhere on the window</Trans>
          </Text>
        </>
      ) : (
        <>
          <Title order={2}>
            <Trans>Drop your exports anywhere on this window</Trans>
          </Title>
          <Text c="dimmed" mb="sm" maw={560}>
            <Trans>
              CSV, Excel, JSON, transcripts or recordings, several at once or a whole folder. You see what was
              recognised before anything counts, every import can be undone, and nothing leaves this machine.
            </Trans>
          </Text>
          {buttons}
          <ul className={styles.kinds}>
            {importKind.options.map((kind) => {
              const { icon: Picture, label, use } = kinds[kind]
              return (
                <li key={kind}>
                  <Picture size={22} stroke={1.4} aria-hidden />
                  <strong>{label}</strong>
                  {use}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}
