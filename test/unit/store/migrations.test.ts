import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connect, migrate, schemaVersion, type WritableDatabase } from '../../../engine/store/index.ts'
import { migrations } from '../../../engine/store/migrations/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** What each migration was when it was released: a change of the schema is a new one. */
const frozen: Record<number, string> = {
  10: 'f169bfce512233c0b2afc63df5a1f67a274cb0b25b557ec9c9fb844f69d9ad62',
  30: 'c5f6ca0dfb3ebd436ddd496e23f85b6d08e04591fd995d129587d0508a08f046',
  40: 'c9c75c176ad8473773d9bafe082655a1332d8c4dd95c867172ca41ca59655b67',
  20: '65cb2aa8d55d3bcb1876cf863478503f6d083b3506afbcacb40623c3d25c9e19',
  70: '21f2d0cc2fba89e5b7544c2d9f4b78e5157944d6631521a2e93f33d6460ee4c3',
  50: '370222698139370f9c799f6cdb183d8b5dfc59a119cb053c568e16bc6ed0b825',
  80: 'a12bd96f7acd30b06b5542de88e4464a40d3cfe42e94ef8024abe4484bd5f005',
  90: '78df5d9f516b99e9d649473ab26d4f3907a87ba466602b9cecc40eda603f45c3',
  110: 'c2ee4ea036a0b53b64da872d0354d4783aa21aeb2e31f7ec37f647c7bc6ad0f2',
  100: '653213827b278d318097ea4d8f1613eea4415ee5cc060aad4485f4815c67bca2',
  120: '10b1669c441634925d31128224312d8c06ab47df4fe43eb25ab4961e0a2e8322',
  140: '728c653b725d2508ea65b7cf93e93ca85485d26c898e9e53a469e5bcb7f8b612',
  160: 'ccd8dcaac6d4898566893d9596d0a2ad351739b3ff80f47d527721e81a52c710',
  130: '1818dde0eaf5997768d40330946222879201e46e66d3834d84524ea513827368',
  150: 'b7ea637bbabdc603078c96a1d7c87a79f955f482693574111cbca875e2314ddc',
  180: '680c6c150d7d51b70e29dd26c054aba71644e9bbb512963483a52eecda187276',
  190: '2707006546d3071886cf832720f69b8e42c8515c00c7006bfdc2ec78f34fd9ad',
  200: '41730a3fd4d65ace988f6588d6b396edcb3530cd7f3dc9fe8371bceec06bbfe3',
  220: '9b02f03b585378d430b62a3169049ca00c3603d2cb63c7f398997839b3927777',
  230: 'a5041e58acf1126fb818c5d70317d3ae31cd60ab03ce927d233c06048ef94398',
  250: '72aec37820e3b4e154bc592fc2872f1ea9a6f3b71d12de235ae021759c5b38b9',
  260: '75a028a1027c252facbb108c2bd6d45f5a32eaac03d8b469ea0168b7ad2ea08d',
  270: '1c6706eb482fca01ce58d16124b960a91ef65197d3bf5510fa950bd54521bca8',
  280: 'f65f02ffc4a87b2414fd9db3075a8b46395c98b08a3b1700b20e0e74eabe06fe',
  300: 'b00d8fd617841578575d899f551f916d20651bdfbab613ef555baaea3361eaf3',
  340: '7791e64964add343995d60cb28e57c2227a366f7330ede028e053b9ae1b68e94',
  370: 'b52ea9732962300b463fa8ebe50ac59cc35f281573f00cc0258dbe00867f91f6',
}

/** Steps that were shown to keep what stood before them, by the version they lead to. */
const steps: Record<number, (database: WritableDatabase) => { before: () => void; after: () => void }> = {
  20: (database) => {
    const contacts = () =>
      database.raw.prepare('SELECT id, day, identity_id, stratum_id FROM interactions ORDER BY id').all()
    const rows = [
      { id: 1, day: 20_000, identity_id: 5, stratum_id: 1 },
      { id: 2, day: null, identity_id: null, stratum_id: 1 },
    ]
    return {
      before() {
        database.raw.exec(`
          INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'acd', 'UTC', 0);
          INSERT INTO strata (id) VALUES (1);
          INSERT INTO imports VALUES (1, 1, 'interactions', NULL, 1, 'log.csv', NULL, 'x', 1, '[]', 0, NULL, 2, 2, 0, 0, 0, '{}', '[]');
          INSERT INTO interactions (id, import_id, row_number, source_id, stratum_id, day, identity_id)
            VALUES (1, 1, 2, 1, 1, 20000, 5), (2, 1, 3, 1, 1, NULL, NULL);`)
      },
      after() {
        expect(contacts()).toEqual(rows)
        const plan = database.raw
          .prepare(
            'EXPLAIN QUERY PLAN SELECT id FROM interactions WHERE day = 1 ORDER BY identity_id, stratum_id',
          )
          .all()
          .map((row) => (row as { detail: string }).detail)
        expect(plan).toEqual(['SEARCH interactions USING COVERING INDEX interactions_by_day (day=?)'])
      },
    }
  },
  30: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'qa', 'UTC', 0);
        INSERT INTO imports VALUES (1, 1, 'evaluations', NULL, 1, 'a.csv', NULL, 'x', 1, '[]', 0, NULL, 1, 1, 0, 0, 0, '{}', '[]');
        INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
        INSERT INTO scorecard_versions (id, scorecard_id, version) VALUES (1, 1, '1');
        INSERT INTO questions (id, scorecard_id, stable_key, label, section, position, weight) VALUES (1, 1, 'q1', 'Greeting', 'Opening', 0, 5), (2, 1, 'q2', 'Never answered', NULL, 1, NULL);
        INSERT INTO evaluations (id, import_id, row_number, source_id, scorecard_version_id) VALUES (1, 1, 2, 1, 1), (2, 1, 3, 1, 1);
        INSERT INTO answers (evaluation_id, question_id, score, is_not_applicable, has_failed_critical) VALUES (1, 1, 1, 0, 0), (2, 1, 0, 0, 0);`)
    },
    after() {
      expect(database.raw.prepare('SELECT * FROM question_statements').all()).toEqual([
        { question_id: 1, import_id: 1, label: 'Greeting', section: 'Opening', weight: 5 },
      ])
    },
  }),
  40: (database) => ({
    before() {
      database.raw.exec(
        `INSERT INTO jobs (id, kind, label, state, payload, created_at) VALUES (3, 'import', 'Importing a file', 'queued', '{}', 7)`,
      )
    },
    after() {
      expect(database.raw.prepare('SELECT id, kind, state, payload, created_at FROM jobs').all()).toEqual([
        { id: 3, kind: 'import', state: 'queued', payload: '{}', created_at: 7 },
      ])
      database.raw.exec(`UPDATE jobs SET state = 'paused'`)
    },
  }),
  50: (database) => {
    const found = (words: string) =>
      database.raw
        .prepare('SELECT rowid FROM segment_search WHERE segment_search MATCH ? ORDER BY rowid')
        .pluck()
        .all(words)
    return {
      before() {
        database.raw.exec(`
          INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'calls', 'UTC', 0);
          INSERT INTO imports VALUES (1, 1, 'transcripts', NULL, 1, 'a.json', NULL, 'x', 1, '[]', 0, NULL, 1, 1, 0, 0, 0, '{}', '[]');
          INSERT INTO transcripts (id, import_id, row_number, source_id, vendor, vendor_facts) VALUES (3, 1, 1, 1, 'x', '{}');
          INSERT INTO segments (transcript_id, position, speaker, role, text) VALUES
            (3, 0, 'A', 'agent', 'Good morning'), (3, 1, 'B', 'customer', 'My café bill');`)
      },
      after() {
        const row = (position: number) => 3 * 1_048_576 + position
        expect(found('cafe')).toEqual([row(1)])
        database.raw.exec(
          `UPDATE segments SET text = 'My hotel bill' WHERE transcript_id = 3 AND position = 1`,
        )
        expect([found('cafe'), found('hotel')]).toEqual([[], [row(1)]])
        database.raw.exec(
          `UPDATE segments SET sentiment = 0.5; UPDATE segments SET position = 2 WHERE position = 1`,
        )
        expect(found('hotel')).toEqual([row(2)])
        // beyond what the index has room for, a turn stays a turn
        database.raw.exec(
          `INSERT INTO segments (transcript_id, position, speaker, role, text) VALUES (3, 1048576, 'A', 'agent', 'hotel')`,
        )
        expect(found('hotel')).toEqual([row(2)])
        database.raw.exec(`INSERT INTO segment_search (segment_search, rank) VALUES ('integrity-check', 1)`)
        database.raw.exec(`DELETE FROM transcripts`)
        expect(found('hotel OR good')).toEqual([])
        database.raw.exec(`INSERT INTO segment_search (segment_search, rank) VALUES ('integrity-check', 1)`)
      },
    }
  },
  70: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'calls', 'UTC', 0);
        INSERT INTO imports VALUES (1, 1, 'recordings', NULL, 1, 'a.wav', NULL, 'x', 1, '[]', 0, NULL, 2, 2, 0, 0, 0, '{}', '[]');
        INSERT INTO transcripts (id, import_id, row_number, source_id, vendor, vendor_facts) VALUES (1, 1, 1, 1, 'x', '{}'), (2, 1, 2, 1, 'x', '{}');
        INSERT INTO recordings (transcript_id, sha256, name, path, bytes, format, codec, sample_rate, channel_count, listened_version) VALUES
          (1, 'a', 'a.wav', '/a.wav', 1, 'wav', 'pcm', 8000, 1, 1), (2, 'b', 'b.wav', '/b.wav', 1, 'wav', 'pcm', 8000, 1, NULL);`)
    },
    after() {
      const heard = database.raw.prepare('SELECT heard_by, heard_for FROM recordings ORDER BY id').raw().all()
      expect(heard).toEqual([
        ['loudness', 'loudness'],
        [null, null],
      ])
    },
  }),
  80: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'calls', 'UTC', 0);
        INSERT INTO imports VALUES (1, 1, 'recordings', NULL, 1, 'a.wav', '/a.wav', 'x', 1, '[]', 0, NULL, 1, 1, 0, 0, 0, '{}', '[]');
        INSERT INTO transcripts (id, import_id, row_number, source_id, contact_ref, vendor, vendor_facts, day) VALUES
          (3, 1, 1, 1, 'C-1', 'Recording', '{}', 9), (4, 1, 2, 1, NULL, 'x', '{}', NULL);
        INSERT INTO recordings (id, transcript_id, sha256, name, path, bytes, format, codec, sample_rate, channel_count)
          VALUES (1, 3, 'x', 'a.wav', '/a.wav', 1, 'wav', 'pcm', 8000, 1);`)
    },
    after() {
      const told = () =>
        database.raw
          .prepare(
            'SELECT id, words_id AS wordsId, contact_ref AS contactRef, day FROM told_transcripts ORDER BY id',
          )
          .all()
      expect(told()).toEqual([
        { id: 3, wordsId: 3, contactRef: 'C-1', day: 9 },
        { id: 4, wordsId: 4, contactRef: null, day: null },
      ])
      database.raw.exec('UPDATE transcripts SET beside_id = 7 - id')
      expect(told()).toEqual([
        { id: 3, wordsId: 4, contactRef: 'C-1', day: 9 },
        { id: 4, wordsId: 4, contactRef: 'C-1', day: 9 },
      ])
    },
  }),
  90: (database) => {
    const counts = () =>
      database.raw
        .prepare(
          `SELECT evaluations.id, evaluation_ref, score, quote FROM evaluations JOIN answers ON evaluation_id = evaluations.id
           LEFT JOIN answer_evidence USING (evaluation_id, question_id) ORDER BY evaluations.id`,
        )
        .all()
    const stood = [
      { id: 1, evaluation_ref: 'E-1', score: 1, quote: 'Good morning' },
      { id: 2, evaluation_ref: 'E-2', score: 0, quote: null },
    ]
    return {
      before() {
        database.raw.exec(`
          INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'qa', 'UTC', 0);
          INSERT INTO imports (id, source_id, kind, file_name, file_sha256, file_bytes, mappings, imported_at, rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
            VALUES (1, 1, 'evaluations', 'a.csv', 'x', 1, '[]', 0, 2, 2, 0, 0, 0, '{}', '[]');
          INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
          INSERT INTO scorecard_versions (id, scorecard_id, version) VALUES (1, 1, '1');
          INSERT INTO questions (id, scorecard_id, stable_key, label, position) VALUES (1, 1, 'q1', 'Greeting', 0);
          INSERT INTO evaluations (id, import_id, row_number, source_id, scorecard_version_id, evaluation_ref) VALUES (1, 1, 2, 1, 1, 'E-1'), (2, 1, 3, 1, 1, 'E-2');
          INSERT INTO answers (evaluation_id, question_id, score, is_not_applicable, has_failed_critical) VALUES (1, 1, 1, 0, 0), (2, 1, 0, 0, 0);
          INSERT INTO answer_evidence (evaluation_id, question_id, position, segment, start_char, end_char, quote) VALUES (1, 1, 0, 0, 0, 12, 'Good morning');`)
        expect(counts()).toEqual(stood)
      },
      after() {
        expect(counts()).toEqual(stood)
        expect(
          database.raw.prepare('SELECT state, is_representative FROM scorecard_versions, evaluations').all(),
        ).toEqual([
          { state: 'stated', is_representative: 1 },
          { state: 'stated', is_representative: 1 },
        ])
        // what hangs on an evaluation still goes with it
        database.raw.exec('DELETE FROM evaluations WHERE id = 1')
        expect(counts()).toEqual(stood.slice(1))
        expect(() => database.raw.exec('INSERT INTO evaluations (scorecard_version_id) VALUES (1)')).toThrow(
          'CHECK',
        )
      },
    }
  },
  110: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
        INSERT INTO reviews (id, scorecard_id, selection, why, state, created_at) VALUES (4, 1, 'random', 'Drawn.', 'waiting', 7);`)
    },
    after() {
      expect(database.raw.prepare('SELECT id, why FROM reviews').all()).toEqual([{ id: 4, why: 'Drawn.' }])
      database.raw.exec(`
        INSERT INTO audit_picks VALUES (4, 'greeting', 'rules', 'uniform', 0.05);
        INSERT INTO audit_events (at, kind, subject, figures) VALUES (1, 'trust.promotion', 'x', '{}');
        DELETE FROM reviews;`)
      expect(database.raw.prepare('SELECT count(*) FROM audit_picks').pluck().get()).toBe(0)
      // what was decided stays as it was told
      expect(() => database.raw.exec(`UPDATE audit_events SET who = 'me'`)).toThrow('not changed')
      expect(() => database.raw.exec('DELETE FROM audit_events')).toThrow('not removed')
    },
  }),
  100: (database) => {
    const reviews = () =>
      database.raw.prepare('SELECT id, state, comment, calibration_item_id FROM reviews').all()
    return {
      before() {
        database.raw.exec(`
          INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
          INSERT INTO scorecard_versions (id, scorecard_id, version) VALUES (1, 1, '1');
          INSERT INTO reviews (id, scorecard_id, selection, why, state, created_at, comment) VALUES (7, 1, 'requested', 'Asked', 'draft', 0, 'As it was');`)
      },
      after() {
        expect(reviews()).toEqual([
          { id: 7, state: 'draft', comment: 'As it was', calibration_item_id: null },
        ])
        // what is part of a session goes with it, and nothing else
        database.raw.exec(`
          INSERT INTO calibration_sessions (id, uid, workspace_uid, is_ours, name, mode, scorecard_id, scorecard_version_id, state, created_at)
            VALUES (1, 'u', 'w', 1, 'Round', 'consensus', 1, 1, 'scoring', 0);
          INSERT INTO calibration_items (id, session_id, uid, position) VALUES (3, 1, 'i', 1);
          INSERT INTO reviews (id, scorecard_id, selection, why, state, created_at, reviewer, calibration_item_id) VALUES (8, 1, 'calibration', '', 'waiting', 0, 'Rita', 3);`)
        expect(() =>
          database.raw.exec(
            `INSERT INTO reviews (scorecard_id, selection, why, state, created_at, reviewer, calibration_item_id) VALUES (1, 'calibration', '', 'waiting', 0, 'Rita', 3)`,
          ),
        ).toThrow('UNIQUE')
        database.raw.exec('DELETE FROM calibration_sessions')
        expect(reviews()).toHaveLength(1)
      },
    }
  },
  120: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'qa', 'UTC', 0);
        INSERT INTO imports (id, source_id, kind, file_name, file_sha256, file_bytes, mappings, imported_at, rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
          VALUES (1, 1, 'evaluations', 'a.csv', 'x', 1, '[]', 0, 1, 1, 0, 0, 0, '{}', '[]');
        INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
        INSERT INTO scorecard_versions (id, scorecard_id, version) VALUES (1, 1, '1');
        INSERT INTO questions (id, scorecard_id, stable_key, label, position) VALUES (1, 1, 'q1', 'Greeting', 0);
        INSERT INTO evaluations (id, import_id, row_number, source_id, scorecard_version_id, evaluation_ref) VALUES (1, 1, 2, 1, 1, 'E-1');
        INSERT INTO answers (evaluation_id, question_id, value, score, is_not_applicable, has_failed_critical) VALUES (1, 1, 'No', 0, 0, 0);`)
    },
    after() {
      const answers = () => database.raw.prepare('SELECT value, score FROM answers').all()
      expect(answers()).toEqual([{ value: 'No', score: 0 }])
      database.raw.exec(`
        INSERT INTO disputes (id, evaluation_id, question_id, round, raised_by, raised_as, raised_at, comment, standing, proposed) VALUES (1, 1, 1, 1, 'Ada', 'agent', 0, 'I did', '{}', '{}');
        INSERT INTO answer_edits (evaluation_id, question_id, value, score, is_not_applicable, has_failed_critical) VALUES (1, 1, 'No', 0, 0, 0);
        DELETE FROM evaluations;`)
      // a dispute outlives its evaluation, what an edit kept goes with it
      expect(
        database.raw
          .prepare('SELECT evaluation_id AS id, (SELECT count(*) FROM answer_edits) AS n FROM disputes')
          .all(),
      ).toEqual([{ id: null, n: 0 }])
    },
  }),
  140: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'calls', 'UTC', 0);
        INSERT INTO imports (id, source_id, kind, file_name, file_sha256, file_bytes, mappings, imported_at, rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
          VALUES (1, 1, 'transcripts', 'a.json', 'x', 1, '[]', 0, 1, 1, 0, 0, 0, '{}', '[]');
        INSERT INTO transcripts (id, import_id, row_number, source_id, vendor, vendor_facts) VALUES (1, 1, 1, 1, 'x', '{}');
        INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Starter', 'unknown');
        INSERT INTO scorecard_versions (id, scorecard_id, version) VALUES (1, 1, '1');
        INSERT INTO questions (id, scorecard_id, stable_key, label, position) VALUES (1, 1, 'q1', 'Greeting', 0);
        INSERT INTO evaluations (id, import_id, row_number, source_id, transcript_id, scorecard_version_id, origin) VALUES (1, 1, 1, 1, 1, 1, 'automated');`)
    },
    after() {
      const scorers = () => database.raw.prepare('SELECT id, scorer_id FROM evaluations ORDER BY id').all()
      // what rules answered stays the rules'
      expect(scorers()).toEqual([{ id: 1, scorer_id: null }])
      database.raw.exec(`
        INSERT INTO evaluations (id, import_id, row_number, source_id, transcript_id, scorecard_version_id, origin, scorer_id, scorer_version)
          VALUES (2, 1, 1, 1, 1, 1, 'automated', 'model:small', 'p.1');
        INSERT INTO answers (evaluation_id, question_id, score, is_not_applicable, has_failed_critical) VALUES (2, 1, 1, 0, 0);
        INSERT INTO model_answers (evaluation_id, question_id, outcome, conversation_sha256, asked) VALUES (2, 1, 'answered', 'x', '{}');`)
      expect(scorers()).toHaveLength(2)
      // and goes with its transcript
      database.raw.exec('DELETE FROM transcripts WHERE id = 1')
      expect(database.raw.prepare('SELECT * FROM model_answers').all()).toEqual([])
    },
  }),
  130: (database) => {
    const evaluations = () => database.raw.prepare('SELECT id FROM evaluations').pluck().all()
    return {
      before() {
        database.raw.exec(`
          INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'qa', 'UTC', 0);
          INSERT INTO imports (id, source_id, kind, file_name, file_sha256, file_bytes, mappings, imported_at, rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
            VALUES (1, 1, 'transcripts', 'a.json', 'x', 1, '[]', 0, 1, 1, 0, 0, 0, '{}', '[]');
          INSERT INTO transcripts (id, import_id, row_number, source_id, vendor, vendor_facts) VALUES (3, 1, 1, 1, 'x', '{}');
          INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
          INSERT INTO scorecard_versions (id, scorecard_id, version) VALUES (1, 1, '1');
          INSERT INTO evaluations (id, import_id, row_number, source_id, scorecard_version_id, transcript_id, origin) VALUES (1, 1, 1, 1, 1, 3, 'automated');`)
      },
      after() {
        expect(evaluations()).toEqual([1])
        database.raw.exec(`
          INSERT INTO question_rules VALUES (1, 'greeting', 1, 'past', '{}', '[]', 1, 7, 'Kim'), (1, 'greeting', 2, 'active', '{}', '[]', 1, 8, 'Kim');
          INSERT INTO question_rule_events (scorecard_id, question_key, at, who, kind, from_version, to_version) VALUES (1, 'greeting', 8, 'Kim', 'activated', 1, 2);
          INSERT INTO rule_evaluations VALUES (1, 1, 3, 'x');`)
        // one rule answers a question at a time
        expect(() => database.raw.exec(`UPDATE question_rules SET state = 'active'`)).toThrow('UNIQUE')
        database.raw.exec('DELETE FROM evaluations')
        expect(database.raw.prepare('SELECT count(*) FROM rule_evaluations').pluck().get()).toBe(0)
      },
    }
  },
  300: (database) => ({
    before() {
      database.raw.exec(
        `INSERT INTO audit_events (at, kind, subject, who, figures) VALUES (1, 'promoted', 'question 1', NULL, '{}')`,
      )
    },
    after() {
      expect(database.raw.prepare('SELECT subject FROM audit_events').pluck().all()).toEqual(['question 1'])
      database.raw.exec(
        `INSERT INTO audit_log VALUES (1, 0, 'Ada', 'owner', 'people.merge', 'id 1', 'done', '', '{}', '0', '1')`,
      )
      expect(() => database.raw.exec('DELETE FROM audit_log')).toThrow('never shortened')
      expect(() => database.raw.exec('UPDATE audit_log SET at = 2')).toThrow('never changed')
    },
  }),
  250: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'acd', 'UTC', 0);
        INSERT INTO identities (id, source_id, key, person_id, name) VALUES (1, 1, 'ada', 1, 'Ada')`)
    },
    after() {
      database.raw.exec(`
        INSERT INTO waiting_lists (id, driver_id, driver_label, window_from, window_to, seed, drawn_day, drawn_at, drawn_by) VALUES (1, 'hold_time', 'Hold', 1, 28, 7, 29, 0, '');
        INSERT INTO waiting_list_people (list_id, place, person_id, name, is_first) VALUES (1, 1, 1, 'Ada', 1);`)
      const ofAda = database.raw.prepare(
        'SELECT people.name FROM waiting_list_people AS people JOIN identities ON identities.id = people.person_id',
      )
      expect(ofAda.pluck().all()).toEqual(['Ada'])
    },
  }),
  230: (database) => ({
    before() {
      database.raw.exec(`INSERT INTO strata (id) VALUES (1)`)
    },
    after() {
      const rows = (table: string) => database.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
      expect(['strata', 'aggregated_contacts', 'aggregated_observations'].map(rows)).toEqual([1, 0, 0])
    },
  }),
  220: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'acd', 'UTC', 0);
        INSERT INTO imports (id, source_id, kind, file_name, file_sha256, file_bytes, mappings, imported_at, rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
          VALUES (1, 1, 'interactions', 'a.csv', 'x', 1, '[]', 0, 1, 1, 0, 0, 0, '{}', '[]');`)
    },
    after() {
      database.raw.exec(`
        INSERT INTO merged_workspaces (id, uid, name, form, place, merged_at, fingerprint, choices, findings) VALUES (1, 'u', 'North', 'workspace', '/north', 0, '', '{}', '{}');
        INSERT INTO merged_imports (import_id, workspace_id, their_key, digest) VALUES (1, 1, '7', 'd');`)
      expect(database.raw.prepare('SELECT id, file_name FROM imports').all()).toEqual([
        { id: 1, file_name: 'a.csv' },
      ])
    },
  }),
  180: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
        INSERT INTO reviews (id, scorecard_id, selection, why, state, created_at) VALUES (1, 1, 'requested', 'A complaint', 'waiting', 0);`)
    },
    after() {
      const review = database.raw
        .prepare('SELECT selection, why, before_draw AS beforeDraw FROM reviews')
        .get()
      expect(review).toEqual({ selection: 'requested', why: 'A complaint', beforeDraw: null })
    },
  }),
  190: (database) => ({
    before() {
      database.raw.exec(
        `INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'acd', 'UTC', 0);
         INSERT INTO identities (id, source_id, key, person_id, name) VALUES (5, 1, 'a1', 5, 'Ada');
         INSERT INTO coached_marks (person_id, driver_id, at, note) VALUES (5, 'hold_time', 7, 'agreed')`,
      )
    },
    after() {
      expect(database.raw.prepare('SELECT person_id, driver_id, at, note FROM coached_marks').all()).toEqual([
        { person_id: 5, driver_id: 'hold_time', at: 7, note: 'agreed' },
      ])
      database.raw.exec(`
        INSERT INTO coaching_sessions (id, state, title, coach, focus_label, window_from, window_to, agenda, questions, moments, planned_minutes, created_at, updated_at)
          VALUES (1, 'prepared', 'Holds', 'Kim', 'Holds', 1, 28, '[]', '[]', '[]', 30, 0, 0);
        INSERT INTO coaching_session_people (session_id, person_id, name) VALUES (1, 5, 'Ada');
        INSERT INTO commitments (session_id, person_id, behaviour, seen_by, created_at) VALUES (1, 5, 'Ask first', '', 0);
        DELETE FROM coaching_sessions;`)
      expect(database.raw.prepare('SELECT count(*) FROM commitments').pluck().get()).toBe(0)
    },
  }),
  200: (database) => ({
    before() {
      database.raw.exec(`INSERT INTO settings (key, value) VALUES ('facts-revision', '7')`)
    },
    after() {
      expect(
        database.raw.prepare(`SELECT value FROM settings WHERE key = 'facts-revision'`).pluck().get(),
      ).toBe('7')
      database.raw.exec(`
        INSERT INTO systemic_findings (id, title, driver_id, driver_label, group_kind, group_key, group_label, window_from, window_to, figures, conversations, created_at, updated_at)
          VALUES (1, 'Holds', 'hold_time', 'Hold time', 'team', '3', 'East', 1, 28, '{}', '[]', 0, 0);
        INSERT INTO systemic_finding_events (finding_id, at, kind, text) VALUES (1, 0, 'created', '');
        DELETE FROM systemic_findings;`)
      expect(database.raw.prepare('SELECT count(*) FROM systemic_finding_events').pluck().get()).toBe(0)
    },
  }),
  150: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'acd', 'UTC', 0);
        INSERT INTO imports (id, source_id, kind, file_name, file_sha256, file_bytes, mappings, imported_at, rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
          VALUES (1, 1, 'evaluations', 'a.csv', 'x', 1, '[]', 0, 1, 1, 0, 0, 0, '{}', '[]');
        INSERT INTO strata (id) VALUES (1);
        INSERT INTO interactions (id, import_id, row_number, source_id, stratum_id, day, identity_id) VALUES (1, 1, 1, 1, 1, 20, 5), (2, 1, 2, 1, 1, 20, 5), (3, 1, 3, 1, 1, 20, 5), (4, 1, 4, 1, 1, 20, 5);
        INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
        INSERT INTO scorecard_versions (id, scorecard_id, version) VALUES (1, 1, '1');
        INSERT INTO questions (id, scorecard_id, stable_key, label, position) VALUES (1, 1, 'q1', 'Greeting', 0);
        INSERT INTO sampling_draws (id, scorecard_id, kind, name, settings, seed, from_day, to_day, eligible, picked, drawn_at)
          VALUES (1, 1, 'random', 'Ours', '{}', 1, 20, 20, 3, 1, 0), (2, 1, 'risk', 'Trouble', '{}', 1, 20, 20, 3, 1, 0);
        INSERT INTO sampling_chances (draw_id, interaction_id, chance) VALUES (1, 1, 0.1), (1, 2, 0.1), (2, 2, 0.2), (2, 4, 0.5);
        INSERT INTO reviews (id, scorecard_id, interaction_id, selection, why, chance, state, created_at)
          VALUES (1, 1, 1, 'random', '', 0.1, 'submitted', 0), (2, 1, 2, 'risk', '', 0.28, 'submitted', 0), (3, 1, 3, 'requested', '', NULL, 'submitted', 0), (4, 1, 4, 'risk', '', 0.5, 'submitted', 0);
        INSERT INTO evaluations (id, import_id, review_id, scorecard_version_id, interaction_id, contact_day, computed_score, is_representative)
          VALUES (1, NULL, 1, 1, 1, 20, 1, 1), (2, NULL, 2, 1, 2, 20, 0, 0), (3, NULL, 3, 1, 3, 20, 0, 0), (4, NULL, 4, 1, 4, 20, 0, 0), (5, 1, NULL, 1, 1, 20, 0.5, 1), (6, 1, NULL, 1, NULL, 21, 0.5, 1);
        INSERT INTO answers (evaluation_id, question_id, score, is_not_applicable, has_failed_critical) SELECT id, 1, computed_score, 0, 0 FROM evaluations;
        INSERT INTO observation_days (metric_id, day, identity_id, stratum_id, n, sum, sum_sq, numerator, denominator)
          VALUES ('qa_score', 20, 5, 1, 2, 1.5, 1.25, NULL, NULL), ('qa_score', 21, 0, 1, 1, 0.5, 0.25, NULL, NULL), ('adherence', 20, 5, 1, 1, 0.9, 0.81, 9, 10);
        INSERT INTO settings (key, value) VALUES ('facts-revision', '7'), ('driver-measures', '{}');`)
    },
    after() {
      const weights = database.raw.prepare('SELECT weight FROM evaluations ORDER BY id').pluck().all()
      // risk alone, a request and imports stand for nobody else
      expect(weights).toEqual([10, 1 / 0.28, null, null, null, null])
      const sums = database.raw
        .prepare(
          `SELECT metric_id AS metric, day, is_drawn AS isDrawn, n, sum, weight, weight_sq AS weightSq, weight_sq_sum AS weightSqSum, numerator
           FROM observation_days WHERE metric_id <> 'critical_failure_rate' ORDER BY metric_id, day, is_drawn`,
        )
        .all()
      const alone = { isDrawn: 0, weight: null, weightSq: null, weightSqSum: null, numerator: null }
      const drawn = { isDrawn: 1, n: 2, sum: 10, weight: 10 + 1 / 0.28, weightSq: 100 + (1 / 0.28) ** 2 }
      expect(sums).toEqual([
        { ...alone, metric: 'adherence', day: 20, n: 1, sum: 0.9, numerator: 9 },
        { ...alone, metric: 'qa_score', day: 20, n: 1, sum: 0.5 },
        { ...drawn, metric: 'qa_score', day: 20, weightSqSum: 100, numerator: null },
        { ...alone, metric: 'qa_score', day: 21, n: 1, sum: 0.5 },
        { ...alone, metric: 'question:1', day: 20, n: 1, sum: 0.5 },
        { ...drawn, metric: 'question:1', day: 20, weightSqSum: 100, numerator: null },
      ])
      const settings = database.raw
        .prepare(`SELECT key, value FROM settings WHERE key IN ('facts-revision', 'driver-measures')`)
        .all()
      expect(settings).toEqual([{ key: 'facts-revision', value: '8' }])
    },
  }),
  160: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
        INSERT INTO reviews (id, scorecard_id, selection, why, state, created_at) VALUES (1, 1, 'random', 'Drawn.', 'waiting', 0), (2, 1, 'random', 'Drawn.', 'waiting', 0);
        INSERT INTO double_scored (review_id, question_key, scorer_id, scorecard_id, scorer_version, automated, is_filled, draw, chance, is_audit, human, counted_at)
          VALUES (1, 'greeting', 'rules', 1, '1.1', 'pass', 1, NULL, 0, 0, 'pass', 5), (2, 'greeting', 'rules', 1, '1.1', 'fail', 0, 'uniform', 1, 0, 'fail', 6);`)
    },
    after() {
      const kept = database.raw
        .prepare('SELECT review_id, filled_by, human, corrected FROM double_scored')
        .all()
      expect(kept).toEqual([
        { review_id: 1, filled_by: 'rules', human: 'pass', corrected: null },
        { review_id: 2, filled_by: null, human: 'fail', corrected: null },
      ])
    },
  }),
  280: (database) => ({
    before() {
      database.raw.exec(`
        INSERT INTO systemic_findings (id, title, driver_id, driver_label, group_kind, group_key, group_label, owner, window_from, window_to, figures, conversations, check_from, created_at, updated_at)
          VALUES (4, 'Holds', 'hold_time', 'Hold time', 'team', '3', 'East', 'Ines', 1, 28, '{}', '[]', 40, 5, 6);
        INSERT INTO systemic_finding_events (id, finding_id, at, kind, text) VALUES (9, 4, 5, 'created', 'as it was');`)
    },
    after() {
      expect(
        database.raw
          .prepare('SELECT title, group_kind, owner, check_from, removed_at FROM systemic_findings')
          .all(),
      ).toEqual([{ title: 'Holds', group_kind: 'team', owner: 'Ines', check_from: 40, removed_at: null }])
      expect(database.raw.prepare('SELECT id, finding_id, text FROM systemic_finding_events').all()).toEqual([
        { id: 9, finding_id: 4, text: 'as it was' },
      ])
      database.raw.exec(`
        UPDATE systemic_findings SET group_kind = 'everybody';
        INSERT INTO metric_targets (metric_id, value, set_at) VALUES ('hold_time', 30, 0);
        DELETE FROM systemic_findings;`)
      expect(database.raw.prepare('SELECT count(*) FROM systemic_finding_events').pluck().get()).toBe(0)
    },
  }),
  260: (database) => ({
    before: () =>
      database.raw.exec(`
        INSERT INTO coaching_sessions (id, state, title, coach, focus_label, window_from, window_to, agenda, questions, moments, planned_minutes, created_at, updated_at)
          VALUES (1, 'held', 'Hold', 'Mae', 'Hold', 1, 28, '[]', '[]', '[]', 30, 0, 0);
      `),
    after() {
      expect(database.raw.prepare('SELECT title, draft FROM coaching_sessions').all()).toEqual([
        { title: 'Hold', draft: null },
      ])
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'acd', 'UTC', 0);
        INSERT INTO identities (id, source_id, key, person_id, name) VALUES (1, 1, 'ada', 1, 'Ada');
        INSERT INTO coaching_session_people (session_id, person_id, name) VALUES (1, 1, 'Ada');
        INSERT INTO session_answers (session_id, person_id, how, taken_at, agrees, comment, disputes) VALUES (1, 1, 'file', 5, NULL, 'Fair', '[]');
        DELETE FROM coaching_sessions;`)
      expect(database.raw.prepare('SELECT count(*) FROM session_answers').pluck().get()).toBe(0)
    },
  }),
  270: (database) => ({
    before: () =>
      database.raw.exec(`
        INSERT INTO coaching_sessions (id, state, title, coach, focus_label, window_from, window_to, agenda, questions, moments, planned_minutes, created_at, updated_at)
          VALUES (1, 'held', 'Hold', 'Mae', 'Hold', 1, 28, '[]', '[]', '[]', 30, 0, 0);
        INSERT INTO merged_workspaces (id, uid, name, form, place, merged_at, fingerprint, choices, findings) VALUES (1, 'u', 'North', 'workspace', '/n', 0, '', '{}', '{}');
      `),
    after() {
      database.raw.exec(`INSERT INTO merged_sessions VALUES (1, 1, 7, 'd')`)
      database.raw.exec('DELETE FROM coaching_sessions')
      expect(database.raw.prepare('SELECT count(*) FROM merged_sessions').pluck().get()).toBe(0)
    },
  }),
  340: (database) => ({
    before: () =>
      database.raw.exec(
        `INSERT INTO audit_log VALUES (1, 0, 'Ada', 'owner', 'people.merge', 'id 1', 'done', '', '{}', '0', '1')`,
      ),
    after() {
      expect(database.raw.prepare('SELECT who FROM audit_log').pluck().all()).toEqual(['Ada'])
      database.raw.exec(`INSERT INTO policies VALUES (1, 0, 'Ada', '{}')`)
      expect(() => database.raw.exec(`UPDATE policies SET who = 'Bo'`)).toThrow('never changed')
      expect(() => database.raw.exec('DELETE FROM policies')).toThrow('never removed')
    },
  }),
  370: (database) => ({
    before: () =>
      database.raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'calls', 'UTC', 0);
        INSERT INTO imports (id, source_id, kind, file_name, file_sha256, file_bytes, mappings, imported_at, rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
          VALUES (1, 1, 'transcripts', 'a.json', 'x', 1, '[]', 0, 1, 1, 0, 0, 0, '{}', '[]');
        INSERT INTO transcripts (id, import_id, row_number, source_id, vendor, vendor_facts) VALUES (1, 1, 1, 1, 'x', '{}')`),
    after() {
      const basis = () => database.raw.prepare('SELECT lawful_basis FROM transcripts').pluck().all()
      expect(basis()).toEqual([null])
      database.raw.exec(`UPDATE transcripts SET lawful_basis = 'consent'`)
      expect(() => database.raw.exec(`UPDATE transcripts SET lawful_basis = 'because'`)).toThrow('CHECK')
      expect(basis()).toEqual(['consent'])
      expect(() => database.raw.exec(`INSERT INTO deleted_keys VALUES ('k', 1)`)).toThrow('FOREIGN KEY')
    },
  }),
}

describe('migrations', () => {
  test('are frozen, numbered in tens, and each but the first has a step test', () => {
    const hashes = migrations.map(({ version, sql }) => [
      version,
      createHash('sha256').update(sql).digest('hex'),
    ])
    expect(Object.fromEntries(hashes)).toEqual(frozen)
    const versions = migrations.map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
    expect(versions.filter((version) => version % 10 !== 0)).toEqual([])
    expect(Object.keys(steps).map(Number)).toEqual(migrations.slice(1).map(({ version }) => version))
  })

  for (const [version, step] of Object.entries(steps))
    test(`to ${version} keeps what stood before`, () => {
      const file = join(temporaryFolder(), 'debrief.sqlite')
      const database = connect(file, 'write')
      try {
        const at = migrations.findIndex((one) => one.version === Number(version))
        migrate(database, file, migrations.slice(0, at))
        const { before, after } = step(database)
        before()
        migrate(database, file, migrations.slice(0, at + 1))
        expect(schemaVersion(database)).toBe(Number(version))
        after()
        expect(database.raw.pragma('foreign_key_check')).toEqual([])
      } finally {
        database.raw.close()
      }
    })
})
