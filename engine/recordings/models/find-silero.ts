import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { isSileroModel } from './check-model-file.ts'
import { modelsFolder } from './models-folder.ts'

/** The newest Silero model that lies in the models' folder; null where there is none, or only a part of one. */
export async function findSileroModel(): Promise<string | null> {
  const folder = modelsFolder()
  const names = (await readdir(folder).catch(() => [])).filter((name) => /silero.*\.bin$/i.test(name))
  const newestFirst = names.toSorted((one, other) => other.localeCompare(one, 'en', { numeric: true }))
  for (const name of newestFirst) {
    const file = path.join(folder, name)
    if (await isSileroModel(file)) return file
  }
  return null
}
