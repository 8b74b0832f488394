import { t } from '@lingui/core/macro'
import {
  IconAddressBook,
  IconCalendarStats,
  IconClipboardCheck,
  IconMessages,
  IconMicrophone,
  IconMoodSmile,
  IconPhone,
  type Icon,
} from '@tabler/icons-react'
import type { ImportKind } from '../../../shared/domain/import-kinds.ts'
import { visibleText } from '../../../shared/domain/visible-text.ts'
import { formatNumber } from '../../ui/format.ts'

/** Each kind of file: its name, what counts as one of it, its picture, and what it is good for. */
export const kinds: Record<ImportKind, { label: string; one: string; icon: Icon; use: string }> = {
  interactions: {
    label: t`Contacts`,
    one: 'contact',
    icon: IconPhone,
    use: t`interaction logs of calls, chats and tickets`,
  },
  evaluations: {
    label: t`Evaluations`,
    one: 'evaluation',
    icon: IconClipboardCheck,
    use: t`QA scores, a column or a row per question`,
  },
  surveys: {
    label: t`Surveys`,
    one: t`survey response`,
    icon: IconMoodSmile,
    use: t`CSAT and NPS with comments`,
  },
  workforce: {
    label: t`Workforce records`,
    one: 'record',
    icon: IconCalendarStats,
    use: t`adherence, shifts, status times`,
  },
  transcripts: {
    label: t`Transcripts`,
    one: 'transcript',
    icon: IconMessages,
    use: t`WebVTT, SRT or JSON of any vendor`,
  },
  recordings: {
    label: t`Recordings`,
    one: 'recording',
    icon: IconMicrophone,
    use: t`calls and meetings as WAV, MP3, FLAC, OGG`,
  },
  roster: { label: t`Roster`, one: 'person', icon: IconAddressBook, use: t`who works where since when` },
}

/** From this confidence on a file is imported without being asked about. */
export const sureEnough = 0.6

/** How sure the recognition is, as one would say it. */
export function confidenceWord(confidence: number): string {
  if (confidence >= 0.9) return 'sure'
  if (confidence >= sureEnough) return t`fairly sure`
  return confidence >= 0.35 ? 'unsure' : t`not recognised`
}

/** The file's own name without the folders before it. */
export function fileName(path: string): string {
  return visibleText(path.split(/[\\/]/).at(-1) ?? path)
}

/** The facts an import can add, by the names the engine counts them under. */
const factNames: Record<string, [string, string]> = {
  interactions: ['contact', 'contacts'],
  evaluations: ['evaluation', 'evaluations'],
  surveys: [t`survey response`, t`survey responses`],
  shifts: [t`workforce record`, t`workforce records`],
  periodSummaries: [t`period summary`, t`period summaries`],
  transcripts: ['transcript', 'transcripts'],
  rosterEntries: [t`roster entry`, t`roster entries`],
}

/** What an import brought, one part a fact: `12,282 contacts`, `3,120 survey responses`. */
export function factWords(facts: Record<string, number>): string[] {
  return Object.entries(facts)
    .filter(([, n]) => n > 0)
    .map(([fact, n]) => {
      const names = factNames[fact] ?? [fact, fact]
      return `${formatNumber(n)} ${n === 1 ? names[0] : names[1]}`
    })
}

/** Parts as a sentence lists them: `a, b and c`. */
export function listWords(parts: readonly string[]): string {
  return new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(parts)
}
