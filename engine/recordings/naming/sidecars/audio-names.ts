import { basename, dirname } from 'node:path'

/** The recordings of a batch by their names. */
export interface AudioNames {
  /** The recording a cell of a list names: by its base name, or by its name without the ending; the folder counts only among several. More than one: untold. */
  named(cell: string, listPath: string, isStemEnough: boolean): readonly string[]
  /** The recordings a file beside them is named after: `call.json`, `call.wav.json`, `call_metadata.json`. */
  besideOf(path: string): readonly string[]
  /** Whether a file lies in the folder of a recording, or one above. */
  isNear(path: string): boolean
}

/** Looks recordings up by name. Nothing of a cell becomes a path: its last step is compared with the names there are. */
export function audioNames(audioPaths: readonly string[]): AudioNames {
  const byName = Map.groupBy(audioPaths, (path) => folded(basename(path)))
  const byStem = Map.groupBy(audioPaths, (path) => folded(stemOf(basename(path))))
  const beside = new Map<string, string[]>()
  const folders = new Set<string>()
  for (const path of audioPaths) {
    const folder = dirname(path)
    folders.add(folder).add(dirname(folder))
    for (const name of new Set([folded(basename(path)), folded(stemOf(basename(path)))])) {
      const key = `${folder}\0${name}`
      const known = beside.get(key)
      if (known) known.push(path)
      else beside.set(key, [path])
    }
  }
  return {
    isNear: (path) => folders.has(dirname(path)),
    besideOf(path) {
      const name = folded(stemOf(basename(path)))
      const about = name.replace(/[._ -]?(?:metadata|meta|info|details|transcript)$/, '')
      const key = (text: string) => beside.get(`${dirname(path)}\0${text}`)
      return key(name) ?? key(about) ?? []
    },
    named(cell, listPath, isStemEnough) {
      if (cell.length > 1024) return []
      const steps = cell.trim().split(/[\\/]/).map(folded)
      const name = steps.at(-1) ?? ''
      if (name === '') return []
      const alike = byName.get(name) ?? (isStemEnough ? byStem.get(name) : undefined) ?? []
      const near = alike.filter((path) => isWithin(path, dirname(listPath)))
      return near.length <= 1 ? near : likeliest(near, steps, listPath)
    },
  }
}

const AUDIO_ENDING =
  /\.(?:wav|mp3|flac|ogg|oga|opus|m4a|m4b|mp4|aac|wma|amr|aiff?|webm|mka|mkv|gsm|3gp|au|caf)$/

/** Whether a name is that of a recording, as far as its ending tells. */
export function isNamedAsAudio(name: string): boolean {
  return AUDIO_ENDING.test(folded(name))
}

/** What a recording and the transcript beside it are both called: `call.wav`, `call.vtt`, `call.wav.json`, `call_transcript.txt`. */
export function nameOfConversation(name: string): string {
  const stem = folded(stemOf(name)).replace(AUDIO_ENDING, '')
  return stem.replace(/[._ -]?transcript$/, '') || stem
}

/** A name without its ending. */
export function stemOf(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

/** A list tells of recordings in its own folder and in those one below. */
function isWithin(path: string, folder: string): boolean {
  return dirname(path) === folder || dirname(dirname(path)) === folder
}

/** Of several recordings of one name the one whose folders the cell names, else the one in the list's own folder. */
function likeliest(paths: readonly string[], steps: readonly string[], listPath: string): string[] {
  const sharing = paths.map((path) => ({ path, shared: sharedEnd(path.split(/[\\/]/).map(folded), steps) }))
  const most = Math.max(...sharing.map(({ shared }) => shared))
  const best = sharing.filter(({ shared }) => shared === most).map(({ path }) => path)
  const own = best.filter((path) => dirname(path) === dirname(listPath))
  return own.length === 1 ? own : best
}

function sharedEnd(one: readonly string[], other: readonly string[]): number {
  let shared = 1
  while (shared < Math.min(one.length, other.length) && one.at(-1 - shared) === other.at(-1 - shared))
    shared++
  return shared
}
