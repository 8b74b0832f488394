import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { sha256OfFile } from '../file-hash.ts'

/**
 * What is said in the calls of the sample, as a script that stands in for a speech model: one comes with each call, since no model does
 * with Debrief.
 */
export async function sampleScript(folder: string): Promise<Record<string, unknown>> {
  const recordings: Record<string, unknown> = {}
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.opus')) continue
    const said = await readFile(path.join(folder, name.replace(/\.opus$/, '.script.json')), 'utf8')
    recordings[await sha256OfFile(path.join(folder, name))] = JSON.parse(said)
  }
  return { format: 'debrief-script', label: 'The script of the sample', recordings }
}
