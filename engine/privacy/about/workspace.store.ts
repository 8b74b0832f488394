import { among, beyond, holds, listed, neither, type AboutTable } from './conditions.store.ts'

const ofProfiles = `profile_id IN (SELECT id FROM profiles WHERE ${among('identity_id', 'identities')})`

/** The log names records by number: the agent's, and those that are about them. */
const ofRecords = [
  listed('interactionId', 'interactions'),
  listed('interactionIds', 'interactions'),
  listed('evaluationId', 'evaluations'),
]
const logged = [
  ...['agentId', 'agentIds', 'personId', 'personIds', 'fromIds'].map((name) => listed(name, 'identities')),
  ...ofRecords,
  `(act GLOB 'sessions.*' AND ${listed('id', 'sessions')})`,
].join(' OR ')
const loggedCustomer = ofRecords.join(' OR ')

/** Work that was about somebody says so in its payload. */
const jobs = among("json_extract(payload, '$.personId')", 'identities')
const jobsCustomer = among("json_extract(payload, '$.customerHash')", 'customers')
const held = among("json_extract(subject, '$.personId')", 'identities')
const heldCustomer = among("json_extract(subject, '$.customerHash')", 'customers')
const searched = `(${among("json_extract(search, '$.agentId')", 'identities')} OR ${holds('search', 'names')})`

/** What keeps the workspace itself. */
export const workspaceTables = {
  audit_log: {
    columns: 'seq at who role act record outcome policy details previous hash',
    agent: logged,
    customer: loggedCustomer,
    kind: 'log',
    instant: 'at',
    isShared: true,
  },
  audit_events: neither('id at kind subject who figures', 'What was decided on questions and their scorers.'),
  profiles: {
    columns: 'id name role identity_id passphrase made_at removed_at',
    agent: among('identity_id', 'identities'),
    customer: null,
    kind: 'profiles',
    instant: 'made_at',
  },
  profile_teams: { columns: 'id profile_id team from_day to_day', agent: ofProfiles, customer: null },
  approvals: {
    columns: 'id profile_id capability why asked_at answer answered_by answered_at until_at',
    agent: ofProfiles,
    customer: null,
  },
  jobs: {
    columns: 'id kind label state progress step payload result error attempt created_at started_at ended_at',
    agent: jobs,
    customer: jobsCustomer,
    isShared: true,
  },
  legal_holds: {
    columns: 'id kind subject why held_by held_at lifted_by lifted_at',
    agent: held,
    customer: heldCustomer,
    isShared: true,
  },
  saved_searches: {
    columns: 'id name search at',
    agent: searched,
    customer: holds('search', 'references'),
    isShared: true,
  },
  settings: beyond(
    'key value',
    'Preferences by name. Which findings of data health were set aside names people by number; the figures kept for the next start are of groups.',
  ),
  deletions: neither(
    'id at who kind why policy_version counts held_back digest verified_at cleaned_at backups_gone_at',
    'How much was deleted of what.',
  ),
  deleted_keys: neither('key deletion_id', 'Keyed hashes of what must not come back.'),
  policies: neither('version at who document', 'What may be done here.'),
  lease: neither('id pid host token heartbeat_at', 'Which process has the workspace open.'),
  watched_files: neither('file look sha256', 'Hashes of files seen in a watched folder.'),
  merged_workspaces: neither(
    'id uid name form place merged_at fingerprint newest_day newest_import_at choices findings undone_at',
    'Which workspaces were read into this one.',
  ),
  merged_imports: neither(
    'import_id workspace_id their_key digest',
    'Which import of another workspace one of ours is.',
  ),
  segment_search_config: neither('k v', 'A part of the index of words, which follows the turns.'),
  segment_search_data: neither('id block', 'A part of the index of words, which follows the turns.'),
  segment_search_docsize: neither('id sz', 'A part of the index of words, which follows the turns.'),
  segment_search_idx: neither('segid term pgno', 'A part of the index of words, which follows the turns.'),
  sqlite_sequence: neither('name seq', 'The next numbers of tables.'),
} as const satisfies Record<string, AboutTable>
