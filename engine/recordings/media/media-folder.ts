import { constants } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { copyFileAs, SealedProblem, sealAs, sealedWith, sealingKeyOf } from '../../sealed-files/index.ts'

const FOLDER = 'media'
/** Names this folder gives: the audio's hash and a harmless ending. Nothing else in it is ever touched. */
const OURS = /^[0-9a-f]{64}\.[a-z0-9]{1,5}(\.opened-[0-9a-f-]{36})?(\.part)?$/

/** Where a copied recording lies. */
export function mediaPath(workspaceDir: string, mediaName: string): string {
  return path.join(workspaceDir, FOLDER, mediaName)
}

/**
 * Copies audio into the workspace, whole or not at all, sealed where the workspace is encrypted; gives its name there. The same audio is
 * copied once.
 */
export async function copyIntoMedia(
  workspaceDir: string,
  from: string,
  sha256: string,
  fileName: string,
): Promise<string> {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? 'audio'
  const name = `${sha256}.${ending}`
  const target = mediaPath(workspaceDir, name)
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  const key = sealingKeyOf(workspaceDir)
  if (key) {
    await copyFileAs(from, target, key)
    return name
  }
  // where the file system can, the copy shares its blocks with the original until one of them is changed
  await copyFile(from, `${target}.part`, constants.COPYFILE_FICLONE)
  await chmod(`${target}.part`, 0o600)
  await rename(`${target}.part`, target)
  return name
}

/** What is played of recordings that cannot be played as they are; made anew when it is missing. */
export function playableFolder(workspaceDir: string): string {
  return path.join(workspaceDir, FOLDER, 'playable')
}

/** Every folder of a workspace that holds sound, by name of its hash. */
export function mediaFolders(workspaceDir: string): string[] {
  return [path.join(workspaceDir, FOLDER), playableFolder(workspaceDir)]
}

/**
 * Removes copies no recording needs any more: those of undone imports and of imports that did not come to their end. `names` are those
 * still needed, `hashes` the hashes of all audio there is.
 */
export async function removeUnneededMedia(
  workspaceDir: string,
  names: ReadonlySet<string>,
  hashes: ReadonlySet<string>,
): Promise<void> {
  const copies = await readdir(path.join(workspaceDir, FOLDER)).catch(() => [])
  for (const name of copies)
    if (OURS.test(name) && !names.has(name)) await rm(mediaPath(workspaceDir, name), { force: true })
  const playable = playableFolder(workspaceDir)
  for (const name of await readdir(playable).catch(() => []))
    if (!hashes.has(name.slice(0, 64))) await rm(path.join(playable, name), { force: true })
}

/**
 * Brings the media of a workspace in line with whether it is encrypted, and with which key, one whole file after the other: an
 * interrupted run is taken up by the next. What is only kept to be played goes, and is made anew. `onProgress` is given shares of 1.
 */
export async function sealMedia(
  workspaceDir: string,
  onProgress: (share0to1: number) => void = () => {},
): Promise<void> {
  const key = sealingKeyOf(workspaceDir)
  const playable = playableFolder(workspaceDir)
  for (const name of await readdir(playable).catch(() => []))
    if (isOutOfLine(path.join(playable, name), key?.id)) await rm(path.join(playable, name), { force: true })
  const names = (await readdir(path.join(workspaceDir, FOLDER)).catch(() => [])).filter((name) =>
    OURS.test(name),
  )
  for (const [at, name] of names.entries()) {
    const file = mediaPath(workspaceDir, name)
    if (/\.(part|opened-[0-9a-f-]{36})$/.test(name)) await rm(file, { force: true })
    else
      await sealAs(file, key).catch((error: unknown) => {
        // one that was changed plays in no form, and must not hold up the others
        if (!(error instanceof SealedProblem)) throw error
      })
    onProgress((at + 1) / names.length)
  }
}

function isOutOfLine(file: string, keyId: string | undefined): boolean {
  try {
    return sealedWith(file) !== (keyId ?? null)
  } catch {
    return false
  }
}
