import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const word = z.object({
  text: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  probability: z.number().min(0).max(1).nullable().default(null),
})

const recording = z.object({
  languageCode: z.string().nullable(),
  channels: z.array(z.object({ words: z.array(word) })),
})
/** What is said in a recording, word by word, per channel. */
export type ScriptedRecording = z.infer<typeof recording>

const script = z.object({
  format: z.literal('debrief-script'),
  label: z.string(),
  /** How long a second of speech takes to "recognise". */
  msPerSecondOfSpeech: z.number().min(0).default(0),
  /** By the SHA-256 of the audio. */
  recordings: z.record(z.string(), recording),
})
/** A file that stands in for a speech model where it is known what is said: in tests and in the sample. */
export type Script = z.infer<typeof script>

/** Reads such a file; null for one that is none. */
export async function readScript(path: string): Promise<Script | null> {
  try {
    const parsed = script.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
