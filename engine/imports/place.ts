import { createHmac } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { nameOfConversation } from '../recordings/index.ts'
import type { FileOrder } from './import-order.ts'
import type { OpenedFile } from './readers/index.ts'

/**
 * Where a file of one conversation lay, under which name without its endings, for what lies beside it: its folder, or the files it came
 * together with. Hashed under the workspace's key, since callers' numbers stand in names. Null for files of none or several conversations.
 */
export async function placeOf(order: FileOrder, opened: OpenedFile, key: Buffer): Promise<string | null> {
  const isOne =
    opened.form === 'recording' || (opened.form === 'transcripts' && opened.transcripts.length === 1)
  if (!isOne) return null
  const folder = await folderOf(order)
  if (folder === null) return null
  const name = nameOfConversation(path.basename(order.keptPath ?? order.name))
  return createHmac('sha256', key).update(`${folder}\0${name}`).digest('hex').slice(0, 32)
}

async function folderOf({ keptPath, batch, name }: FileOrder): Promise<string | null> {
  if (keptPath === null) return batch === undefined ? null : `${batch}\0${path.dirname(name)}`
  const folder = path.dirname(path.resolve(keptPath))
  return realpath(folder).catch(() => folder)
}
