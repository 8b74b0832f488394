import { plural, t } from '@lingui/core/macro'
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

/** Each kind of file: its name, its picture, and what it is good for. */
export const kinds: Record<ImportKind, { label: string; icon: Icon; use: string }> = {
  interactions: {
    label: t`Contacts`,
    icon: IconPhone,
    use: t`interaction logs of calls, chats and tickets`,
  },
  evaluations: {
    label: t`Evaluations`,
    icon: IconClipboardCheck,
    use: t`QA scores, a column or a row per question`,
  },
  surveys: {
    label: t`Surveys`,
    icon: IconMoodSmile,
    use: t`CSAT and NPS with comments`,
  },
  workforce: {
    label: t`Workforce records`,
    icon: IconCalendarStats,
    use: t`adherence, shifts, status times`,
  },
  transcripts: {
    label: t`Transcripts`,
    icon: IconMessages,
    use: t`WebVTT, SRT or JSON of any vendor`,
  },
  recordings: {
    label: t`Recordings`,
    icon: IconMicrophone,
    use: t`calls and meetings as WAV, MP3, FLAC, OGG`,
  },
  roster: { label: t`Roster`, icon: IconAddressBook, use: t`who works where since when` },
}

/** From this confidence on a file is imported without being asked about. */
export const sureEnough = 0.6

/** How sure the recognition is, as one would say it. */
export function confidenceWord(confidence: number): string {
  if (confidence >= 0.9) return t`sure`
  if (confidence >= sureEnough) return t`fairly sure`
  return confidence >= 0.35 ? t`unsure` : t`not recognised`
}

/** The file's own name without the folders before it. */
export function fileName(path: string): string {
  return visibleText(path.split(/[\\/]/).at(-1) ?? path)
}

/** The facts an import can add, by the names the engine counts them under. */
const factCounts: Record<string, (n: number) => string> = {
  interactions: (n) => plural(n, { one: '# contact', other: '# contacts' }),
  evaluations: (n) => plural(n, { one: '# evaluation', other: '# evaluations' }),
  surveys: (n) => plural(n, { one: '# survey response', other: '# survey responses' }),
  shifts: (n) => plural(n, { one: '# workforce record', other: '# workforce records' }),
  periodSummaries: (n) => plural(n, { one: '# period summary', other: '# period summaries' }),
  transcripts: (n) => plural(n, { one: '# transcript', other: '# transcripts' }),
  rosterEntries: (n) => plural(n, { one: '# roster entry', other: '# roster entries' }),
}

/** What an import brought, one part a fact: `12,282 contacts`, `3,120 survey responses`. */
export function factWords(facts: Record<string, number>): string[] {
  return Object.entries(facts)
    .filter(([, n]) => n > 0)
    .map(([fact, n]) => factCounts[fact]?.(n) ?? `${formatNumber(n)} ${fact}`)
}
