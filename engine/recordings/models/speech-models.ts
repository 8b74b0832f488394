import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { t } from '#speech'
import type { SpeechModel } from '../../../shared/contract/recordings.ts'
import { catalogueModels, fileNameOf } from './catalogue.ts'
import { isSileroModel } from './check-model-file.ts'
import { languagesOf, remarksOn } from './model-words.ts'
import { modelsFolder } from './models-folder.ts'

/**
 * The models of the catalogue, those that lie in the models' folder beside them, and the one that is chosen wherever it lies.
 */
export async function speechModels(chosenPath: string | null): Promise<SpeechModel[]> {
  const folder = modelsFolder()
  const here = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.bin'))
  const listed = catalogueModels.map((model): SpeechModel => {
    const { name, kind, megabytes } = model
    const file = path.join(folder, fileNameOf(name))
    const isHere = here.includes(fileNameOf(name))
    return {
      name,
      kind,
      label: name,
      bytes: megabytes * 1_000_000,
      languages: languagesOf(model),
      remarks: remarksOn(model),
      path: isHere ? file : null,
      isChosen: isHere && file === chosenPath,
    }
  })
  const known = new Set(catalogueModels.map(({ name }) => fileNameOf(name)))
  const others = here.filter((name) => !known.has(name)).map((name) => path.join(folder, name))
  if (chosenPath !== null && ![...others, ...listed.map(({ path: file }) => file)].includes(chosenPath))
    others.push(chosenPath)
  return [...listed, ...(await Promise.all(others.map((file) => ownModel(file, chosenPath))))]
}

async function ownModel(file: string, chosenPath: string | null): Promise<SpeechModel> {
  const found = await stat(file).catch(() => null)
  const name = path.basename(file, path.extname(file))
  return {
    name,
    kind: (await isSileroModel(file)) ? 'voice-activity' : 'speech',
    label: name,
    bytes: found?.size ?? null,
    languages: t`not known`,
    remarks: found ? t`A file of your own.` : t`It is not there any more; choose another.`,
    path: file,
    isChosen: file === chosenPath,
  }
}
