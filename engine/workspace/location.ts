import { t } from '#speech'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/** The specification says to pass over anything but an absolute path. */
function xdgDataHome(environment: NodeJS.ProcessEnv): string | undefined {
  const given = environment.XDG_DATA_HOME
  return given && path.isAbsolute(given) ? given : undefined
}

/** The folder of the user's own workspace in the system's application-data folder. */
export function defaultWorkspaceDir(
  name: 'workspace' | 'sample' | 'models' = 'workspace',
  environment = process.env,
): string {
  const home = homedir()
  const base =
    process.platform === 'win32'
      ? (environment.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? path.join(home, 'Library', 'Application Support')
        : (xdgDataHome(environment) ?? path.join(home, '.local', 'share'))
  return path.join(base, process.platform === 'linux' ? 'debrief' : 'Debrief', name)
}

const syncedFolders = [
  { pattern: /[\\/](OneDrive)[^\\/]*([\\/]|$)/i, name: 'OneDrive' },
  { pattern: /[\\/](Dropbox)[^\\/]*([\\/]|$)/i, name: 'Dropbox' },
  { pattern: /[\\/](Google ?Drive|GoogleDrive-[^\\/]*|My Drive)([\\/]|$)/i, name: 'Google Drive' },
  { pattern: /[\\/](iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)([\\/]|$)/i, name: 'iCloud Drive' },
  { pattern: /[\\/](Nextcloud|ownCloud|Box|Box Sync|pCloudDrive|Syncthing)([\\/]|$)/i, name: null },
]

const networkFileSystems = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'fuse.sshfs',
  'davfs',
  'afs',
  '9p',
  'fuse.rclone',
])

function unescapeMount(text: string): string {
  return text.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}

/** The file system type a path lies on, from the text of /proc/mounts. */
export function fileSystemOf(dir: string, mounts: string): string | undefined {
  let best = { point: '', type: undefined as string | undefined }
  for (const line of mounts.split('\n')) {
    const [, rawPoint, type] = line.split(' ')
    if (!rawPoint) continue
    const point = unescapeMount(rawPoint)
    const lies = dir === point || dir.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (lies && point.length >= best.point.length) best = { point, type }
  }
  return best.type
}

function readMounts(): string {
  try {
    return process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : ''
  } catch {
    return ''
  }
}

/** Sentences about a folder where a database does not keep well: synced and network folders. Empty for a sound place. */
export function locationWarnings(dir: string, mounts = readMounts()): string[] {
  const warnings: string[] = []
  const synced = syncedFolders.find((folder) => folder.pattern.test(dir))
  if (synced)
    warnings.push(
      synced.name === null
        ? t`This workspace lies in a synced folder, whose syncing can damage the database while it is in use; move it to a folder that is not synced.`
        : t`This workspace lies in ${{ name: synced.name }}, whose syncing can damage the database while it is in use; move it to a folder that is not synced.`,
    )
  const type = fileSystemOf(dir, mounts)
  const isNetworkPath = dir.startsWith('\\\\') || (type !== undefined && networkFileSystems.has(type))
  if (isNetworkPath)
    warnings.push(
      t`This workspace lies on a network folder, where the database can be damaged when two computers use it; move it to a local disk.`,
    )
  return warnings
}
