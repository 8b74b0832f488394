import { t } from '#speech'
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'

/** A folder that somebody chooses, or null. */
export async function chooseFolder(
  window: BrowserWindow | null,
  title: string,
  action: string,
): Promise<string | null> {
  const options: OpenDialogOptions = {
    title,
    buttonLabel: action,
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  }
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}

/** Says why something was not done. */
export function sayRefusal(error: unknown): void {
  dialog.showErrorBox(t`Debrief stays where it is`, sentenceOf(error))
}

/** What an error says to a person. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
