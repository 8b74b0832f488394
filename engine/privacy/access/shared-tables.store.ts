import { msg } from '#speech'
import { columns, seconds, type HeldTable } from './held-table.ts'

export const among = (column: string, set: string) => `${column} IN (SELECT value FROM json_each(@${set}))`

export const sourceOf = (table: string) => `(SELECT name FROM sources WHERE id = ${table}.source_id)`
const labelOf = (column: string) =>
  `(SELECT labels.name FROM strata JOIN labels ON labels.id = strata.${column} WHERE strata.id = interactions.stratum_id)`

/** A contact as both sides may know it; nothing tells the one of the other. */
export const contacts: HeldTable = {
  name: 'contacts',
  title: msg`Contacts`,
  from: 'interactions',
  where: among('interactions.id', 'interactions'),
  order: 'interactions.started_at, interactions.id',
  columns: [
    ...columns('number', 'contact_id: interactions.id'),
    ...columns('text', 'reference: contact_ref', `source: ${sourceOf('interactions')}`),
    ...columns('text', `queue: ${labelOf('queue_id')}`, `reason: ${labelOf('reason_id')}`),
    ...columns('text', `channel: ${labelOf('channel_id')}`),
    ...columns('instant', 'started_at', 'ended_at'),
    ...columns('day', 'day'),
    ...columns(
      'text',
      "direction: CASE direction WHEN 1 THEN 'inbound' WHEN 2 THEN 'outbound' WHEN 3 THEN 'internal' END",
    ),
    ...seconds('wait: wait_ms', 'talk: talk_ms', 'hold: hold_ms', 'after_work: acw_ms', 'handle: handle_ms'),
    ...columns('flag', 'is_transferred', 'is_answered', 'is_resolved'),
    ...columns('text', 'disposition: (SELECT name FROM labels WHERE id = disposition_id)', 'language'),
    ...columns(
      'text',
      'subject: (SELECT subject FROM interaction_texts WHERE interaction_id = interactions.id)',
      'description: (SELECT description FROM interaction_texts WHERE interaction_id = interactions.id)',
    ),
  ],
  onPage: ['started_at', 'source', 'channel', 'queue', 'reason', 'disposition', 'handle_seconds'],
}

export const conversations: HeldTable = {
  name: 'conversations',
  title: msg`Conversations`,
  from: 'transcripts',
  where: among('transcripts.id', 'transcripts'),
  order: 'transcripts.started_at, transcripts.id',
  columns: [
    ...columns('number', 'conversation_id: transcripts.id', 'contact_id: interaction_id'),
    ...columns(
      'text',
      'reference: external_ref',
      `source: ${sourceOf('transcripts')}`,
      'channel',
      'language',
    ),
    ...columns('instant', 'started_at'),
    ...columns('day', 'day: contact_day'),
    ...seconds('duration: duration_ms'),
    ...columns('number', 'turns: (SELECT count(*) FROM segments WHERE transcript_id = transcripts.id)'),
    ...columns(
      'flag',
      'has_recording: EXISTS (SELECT 1 FROM recordings WHERE transcript_id = transcripts.id)',
    ),
    ...columns('flag', 'stated_consent'),
    ...columns(
      'text',
      `lawful_basis: coalesce(transcripts.lawful_basis, CASE stated_consent WHEN 1 THEN 'consent' WHEN 0 THEN 'refused' END,
        (SELECT sources.lawful_basis FROM sources WHERE id = transcripts.source_id))`,
    ),
    ...columns('instant', 'words_deleted_at', 'sound_deleted_at'),
  ],
  onPage: ['started_at', 'source', 'channel', 'duration_seconds', 'turns', 'has_recording', 'lawful_basis'],
}

/** What was said, redacted as it stands; who spoke by their part, never by a name. */
export const words: HeldTable = {
  name: 'words',
  title: msg`What was said`,
  from: 'segments',
  where: among('transcript_id', 'transcripts'),
  order: 'transcript_id, position',
  columns: [
    ...columns('number', 'conversation_id: transcript_id', 'turn: position'),
    ...columns('text', 'speaker: role'),
    ...seconds('from: start_ms', 'to: end_ms'),
    ...columns('text', 'text'),
    ...columns('number', 'sentiment'),
  ],
  onPage: [],
}

export const surveys: HeldTable = {
  name: 'surveys',
  title: msg`Surveys`,
  from: 'surveys',
  where: among('surveys.id', 'surveys'),
  order: 'responded_at, surveys.id',
  columns: [
    ...columns('number', 'survey_id: surveys.id', 'contact_id: interaction_id'),
    ...columns('text', `source: ${sourceOf('surveys')}`),
    ...columns('instant', 'responded_at'),
    ...columns('day', 'day: coalesce(contact_day, day)'),
    ...columns('number', 'csat', 'csat_lowest: csat_min', 'csat_highest: csat_max', 'nps'),
    ...columns('flag', 'is_resolved'),
    ...columns('text', 'comment'),
    ...columns('number', 'comment_sentiment'),
  ],
  onPage: ['responded_at', 'source', 'csat', 'nps', 'is_resolved', 'comment'],
}

/** Rows that could not be read; what they hold may be about others, so that only their place is told. */
export const setAside = (holding: string): HeldTable => ({
  name: 'rows_set_aside',
  title: msg`Rows of imports that could not be read and hold a name or an id`,
  from: 'quarantine JOIN imports ON imports.id = quarantine.import_id',
  where: holding,
  order: 'quarantine.id',
  columns: [
    ...columns('text', `source: ${sourceOf('imports')}`, 'file: imports.file_name'),
    ...columns('number', 'row: quarantine.row_number'),
    ...columns('text', 'why: message'),
    ...columns('instant', 'imported_at: imports.imported_at'),
  ],
  onPage: ['imported_at', 'source', 'file', 'row', 'why'],
})

export const log = (condition: string): HeldTable => ({
  name: 'log',
  title: msg`Who worked with it: entries of the audit log`,
  from: 'audit_log',
  where: condition,
  order: 'seq',
  columns: [
    ...columns('number', 'entry: seq'),
    ...columns('instant', 'at'),
    ...columns('text', 'role'),
    ...columns('act', 'act'),
    ...columns('text', 'outcome'),
  ],
  onPage: ['at', 'role', 'act', 'outcome'],
})

export const imports = (condition: string): HeldTable => ({
  name: 'imports',
  title: msg`Where it came from`,
  from: 'imports',
  where: `imports.undone_at IS NULL AND (${condition})`,
  order: 'imports.id',
  columns: [
    ...columns('text', `source: ${sourceOf('imports')}`, 'file: file_name', 'kind'),
    ...columns('instant', 'imported_at'),
  ],
  onPage: ['imported_at', 'source', 'kind', 'file'],
})
