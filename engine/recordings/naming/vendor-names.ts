import { t } from '#speech'
import type { CaughtName } from './caught-name.ts'
import { piecesOfName } from './name-pieces.ts'
import { datesAt } from './written-dates.ts'
import { momentsAt, timesAt, type WrittenMoment } from './written-moments.ts'

type Recogniser = (name: string, folders: readonly string[]) => CaughtName | null

/** Names that only one vendor gives, before what is plain in any name. `name` is without its ending, `folders` from the outermost. */
export function recogniseByVendor(name: string, folders: readonly string[]): CaughtName | null {
  for (const recognise of recognisers) {
    const caught = recognise(name, folders)
    if (caught) return caught
  }
  return null
}

/** `GMT20250219-060122_Recording_1920x1080`: Zoom's cloud, in UTC; the folder of a download may name the meeting. */
const zoomCloud: Recogniser = (name, folders) => {
  const match = /^GMT(\d{8}-\d{6})(?!\d)/.exec(name)
  const moment = match && momentOf(`${match[1]}Z`)
  return (
    moment && {
      facts: { kind: 'video-meeting', title: zoomFolder(folders)?.title ?? null },
      moment,
      warnings: [],
    }
  )
}

/** `2025-02-19 06.01.22 Weekly round 98765432101/audio1234.m4a`: Zoom on one's own machine. */
const zoomLocal: Recogniser = (name, folders) => {
  const folder = zoomFolder(folders)
  if (!folder || !/^(?:audio|video|zoom|double_click|shared_screen|gallery)/i.test(name)) return null
  return { facts: { kind: 'video-meeting', title: folder.title }, moment: folder.moment, warnings: [] }
}

function zoomFolder(folders: readonly string[]): { title: string; moment: WrittenMoment } | null {
  const match = /^(\d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.\d{2}) (\S.*?)(?: \d{9,11})?$/.exec(folders.at(-1) ?? '')
  const moment = match && momentOf(match[1]!)
  return moment && { title: match[2]!, moment }
}

/** `Meeting in General-20250219_060122-Meeting Recording`: Teams. */
const teams: Recogniser = (name) => {
  const match = /^(.*)-(\d{8}_\d{6})(UTC)?-Meeting (?:Recording|Transcript)(?: ?\(?\d{1,3}\)?)?$/i.exec(name)
  const moment = match && momentOf(`${match[2]}${match[3] ?? ''}`)
  if (!moment) return null
  const warnings = match[3] ? [] : [t`Teams does not say of which time zone the time in its name is.`]
  return { facts: { kind: 'video-meeting', title: match[1]!.trim() || null }, moment, warnings }
}

/** `5551234567 by ana@example.org @ 3_45_12 PM` in a folder of its day: Five9. */
const five9: Recogniser = (name, folders) => {
  const match = /^(\S[^@]{0,80}?) by (\S{1,120}) @ (\d[\d_.:-]{3,9}(?: ?[ap]m)?)$/i.exec(name)
  if (!match) return null
  const clock = timesAt(match[3]!, 0).find(({ end }) => end === match[3]!.length)
  const date = folders
    .toReversed()
    .flatMap((folder) => datesAt(folder, 0).filter(({ end }) => end === folder.length))[0]
  const isNumber = /^\+?[\d ().-]{5,20}$/.test(match[1]!)
  return {
    facts: { agent: match[2]!, customerRef: isNumber ? match[1]! : null, kind: 'call' },
    moment: date ? { date: date.value, time: clock?.value ?? null } : null,
    warnings: [],
  }
}

/** `year=2025/month=02/day=19/hour=06/conversation_id=<UUID>/<recording id>`: Genesys Cloud's export, in UTC. */
const genesysCloud: Recogniser = (_, folders) => {
  const valueOf = (key: string): string | null =>
    folders.findLast((folder) => folder.startsWith(`${key}=`))?.slice(key.length + 1) ?? null
  const contactRef = valueOf('conversation_id')
  if (contactRef === null || piecesOfName(contactRef)[0]?.kind !== 'uuid') return null
  const [year, month, day, hour] = ['year', 'month', 'day', 'hour'].map((key) =>
    valueOf(key)?.padStart(2, '0'),
  )
  const moment = momentOf(`${year}-${month}-${day}T${hour}:00:00Z`)
  const warnings = moment ? [t`Its folders say the hour, but not the minute.`] : []
  return { facts: { contactRef, kind: 'call' }, moment, warnings }
}

/** `<contact id>_analysis_2025-02-19T06:01:22Z`, `<contact id>_20250219T06:01_UTC`: Amazon Connect. */
const amazonConnect: Recogniser = (name) => {
  const pieces = piecesOfName(name)
  const moment = pieces.flatMap((piece) => (piece.kind === 'moment' ? [piece.moment] : []))[0]
  if (pieces[0]?.kind !== 'uuid' || !moment || !('date' in moment) || moment.time?.offsetMs !== 0) return null
  return { facts: { contactRef: pieces[0].text, kind: 'call' }, moment, warnings: [] }
}

const recognisers: readonly Recogniser[] = [zoomCloud, zoomLocal, teams, five9, genesysCloud, amazonConnect]

function momentOf(text: string): WrittenMoment | null {
  return momentsAt(text, 0).find(({ end }) => end === text.length)?.value ?? null
}
