import { z } from 'zod'
import { t } from '#speech'
import { Problem } from '../../problem.ts'
import { digestOf, isSameDigest } from './canonical.ts'
import {
  answersBody,
  envelope,
  FILE_FORMAT,
  FILE_VERSION,
  partBody,
  type AnswersBody,
  type PartBody,
} from './file-format.ts'

const DAY_MS = 86_400_000

/** A file of a session that is whole and unchanged. */
export type CalibrationFile = { exportedAt: number } & (
  | { kind: 'part'; body: PartBody }
  | { kind: 'answers'; body: AnswersBody }
)

/** What a file begins with, whatever else became of it. */
const opening = new RegExp(`^\\uFEFF?\\s*\\{\\s*"format"\\s*:\\s*"${FILE_FORMAT}"`)
const claims = z.looseObject({ format: z.literal(FILE_FORMAT), formatVersion: z.number().int() })

/** Writes a file: the checksum tells whether anything of it was changed since. */
export function writeFile(kind: 'part', exportedAt: number, body: PartBody): string
export function writeFile(kind: 'answers', exportedAt: number, body: AnswersBody): string
export function writeFile(kind: 'part' | 'answers', exportedAt: number, body: unknown): string {
  const content = { format: FILE_FORMAT, formatVersion: FILE_VERSION, kind, exportedAt, body }
  return `${JSON.stringify({ ...content, checksum: digestOf(content) }, null, 1)}\n`
}

/**
 * Reads a file of a session. `FILE_UNREADABLE` with one sentence for anything that is none, is cut off, was changed, was made by a newer Debrief,
 * or says it was made later than a day from `now`.
 */
export function readFile(text: string, now: number): CalibrationFile {
  const refuse = (sentence: string): never => {
    throw new Problem('FILE_UNREADABLE', t`${{ sentence }} Nothing was changed.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuse(
      opening.test(text)
        ? t`This file is cut off or damaged: copy it again, or ask for it once more.`
        : t`This is no calibration file of Debrief.`,
    )
  }
  const claim = claims.safeParse(value)
  if (!claim.success) return refuse(t`This is no calibration file of Debrief.`)
  if (claim.data.formatVersion > FILE_VERSION)
    return refuse(t`This file was made by a newer Debrief: install the newest version to read it.`)
  if (!isUnchanged(claim.data))
    return refuse(t`This file was changed after it was exported: ask for it once more.`)
  const parsed = envelope.safeParse(value)
  if (!parsed.success)
    return refuse(t`This calibration file does not hold what it should: ask for it once more.`)
  const { kind, exportedAt, body } = parsed.data
  if (exportedAt > now + DAY_MS)
    return refuse(
      t`This file says it was exported on ${{ day: new Date(exportedAt).toISOString().slice(0, 10) }}, which is still to come: check the clock of this computer and of the one it comes from.`,
    )
  const whole = kind === 'part' ? partBody.safeParse(body) : answersBody.safeParse(body)
  if (!whole.success)
    return refuse(t`This calibration file does not hold what it should: ask for it once more.`)
  return { kind, exportedAt, body: whole.data } as CalibrationFile
}

function isUnchanged({ checksum, ...content }: Record<string, unknown>): boolean {
  try {
    return typeof checksum === 'string' && isSameDigest(checksum, digestOf(content))
  } catch {
    // nested deeper than anything written here
    return false
  }
}
