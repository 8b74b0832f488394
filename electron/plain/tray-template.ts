import type { MenuItemConstructorOptions } from 'electron'
import { t } from '#speech'
import type { Work } from '../engine-messages.ts'

/** What the tray's items do. */
export interface TrayActions {
  open(): void
  pause(isPaused: boolean): void
  quit(): void
}

/** The menu of the tray: it says what is watched and done, and lets one open, pause and quit. */
export function trayTemplate({ watch, lines }: Work, actions: TrayActions): MenuItemConstructorOptions[] {
  const said = lines.length > 0 ? lines : [t`Nothing is being done`]
  const watching =
    watch === null
      ? t`No folder is watched`
      : watch.isPaused
        ? t`The watched folder is paused`
        : t`Watching for new recordings`
  return [
    { label: t`Open Debrief`, click: () => actions.open() },
    { type: 'separator' },
    ...[watching, ...said].map((label) => ({ label, enabled: false })),
    {
      label: t`Pause watching`,
      type: 'checkbox',
      checked: watch?.isPaused ?? false,
      enabled: watch !== null,
      click: () => actions.pause(!(watch?.isPaused ?? false)),
    },
    { type: 'separator' },
    { label: t`Quit Debrief`, click: () => actions.quit() },
  ]
}
