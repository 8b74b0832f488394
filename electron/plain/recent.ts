import { t } from '#speech'
import { z } from 'zod'

/** Folders of workspaces, the one opened last first. */
export const recentFolders = z.array(z.string().min(1).max(4096))

const MOST_RECENT = 10

/** The list with this folder at its head. Two spellings of a folder are one where the system sees no difference. */
export function withRecent(
  folders: readonly string[],
  folder: string,
  platform = process.platform,
): string[] {
  const same = (other: string) =>
    platform === 'linux' ? other === folder : other.toLowerCase() === folder.toLowerCase()
  return [folder, ...folders.filter((other) => !same(other))].slice(0, MOST_RECENT)
}

/** A recent workspace, as the menu shows it. */
export interface RecentEntry {
  folder: string
  label: string
  isThere: boolean
}

/** The menu's entries: the folder's own name, and where it lies when two have the same; those that are gone say so. */
export function recentEntries(
  folders: readonly string[],
  isThere: (folder: string) => boolean,
): RecentEntry[] {
  const nameOf = (folder: string) => /([^\\/]+)[\\/]*$/.exec(folder)?.[1] ?? folder
  return folders.map((folder) => {
    const isShared = folders.some((other) => other !== folder && nameOf(other) === nameOf(folder))
    const found = isThere(folder)
    const name = isShared ? folder : nameOf(folder)
    return { folder, label: found ? name : t`${{ name }} (not found)`, isThere: found }
  })
}
