import { describe, expect, test } from 'vitest'
import {
  hashOfPolicy,
  readPolicyText,
  replayPolicy,
  withDestination,
  mayGoTo,
} from '../../../engine/governance/index.ts'
import { comparePolicies } from '../../../shared/domain/compare-policies.ts'
import { starterPolicies } from '../../../shared/domain/policy.ts'

const { strict, 'works-council': worksCouncil, 'small-team': smallTeam } = starterPolicies
const NOW = Date.UTC(2026, 2, 30, 12)
const DAY = 24 * 3_600_000

describe('a policy from a file', () => {
  const faults = (value: unknown) => readPolicyText(JSON.stringify(value)).faults

  test('is what was written', () => {
    expect(readPolicyText(JSON.stringify(worksCouncil, null, 2))).toEqual({
      document: worksCouncil,
      faults: [],
    })
  })

  test('has one sentence for each fault, with its place', () => {
    expect(readPolicyText('{').faults).toEqual([expect.stringContaining('no JSON')])
    expect(faults([])).toEqual(['This is no policy: it has to be one JSON object.'])
    expect(faults({})).toEqual(['This is no policy of Debrief: its "format" is missing.'])
    expect(
      faults({
        ...strict,
        automation: { ...strict.automation, score: 'sometimes' },
        approvalHours: 0,
        destinations: [{ purpose: 'score', host: 'https://models.example/v1' }],
        colour: 'blue',
      }),
    ).toEqual(
      expect.arrayContaining([
        'automation.score is "sometimes", and can be "off", "assist", "on".',
        'approvalHours is 0, which is too little: at least 1.',
        expect.stringContaining('destinations.0.host is "https://models.example/v1", and has to be a host'),
        'A policy does not know "colour"; check the spelling or leave it out.',
      ]),
    )
    expect(faults({ ...strict, scope: undefined })).toEqual(['scope is missing.'])
  })

  test('must leave somebody who can change it', () => {
    const roles = { ...strict.roles, administrator: ['workspace' as const] }
    expect(faults({ ...strict, roles })).toEqual([
      'roles.administrator lacks "govern": nobody could change the policy any more.',
    ])
  })

  test('has the same hash however its file is laid out', () => {
    const turned = Object.fromEntries(Object.entries(strict).toReversed()) as typeof strict
    expect(hashOfPolicy(turned)).toBe(hashOfPolicy(strict))
    expect(hashOfPolicy(worksCouncil)).not.toBe(hashOfPolicy(strict))
  })
})

describe('two policies in words', () => {
  test('say nothing where they are alike, and which way each difference goes', () => {
    expect(comparePolicies(strict, strict)).toEqual([])
    const changes = comparePolicies(strict, worksCouncil)
    expect(changes).toContainEqual({
      direction: 'stops',
      sentence:
        'No rule and no language model scores a conversation; what they scored before is kept, and neither shown nor counted until they may again.',
    })
    expect(changes).toContainEqual({
      direction: 'stops',
      sentence: 'Audio is kept for 90 days, and not until somebody deletes it.',
    })
    expect(changes.every(({ direction }) => direction === 'stops')).toBe(true)
    const back = comparePolicies(worksCouncil, strict)
    expect(back).toHaveLength(changes.length)
    expect(back.every(({ direction }) => direction === 'allows')).toBe(true)
  })
})

describe('where data may go', () => {
  test('is a host with its port for one purpose, and what is off goes nowhere', () => {
    const at = { purpose: 'score' as const, host: 'Models.example:8443', isAllowed: true }
    const allowed = withDestination(strict, at)
    expect(mayGoTo(allowed, 'score', 'models.example:8443')).toBe(true)
    expect(mayGoTo(allowed, 'score', 'models.example')).toBe(false)
    expect(mayGoTo(allowed, 'draft', 'models.example:8443')).toBe(false)
    const off = { ...allowed, automation: { ...allowed.automation, score: 'off' as const } }
    expect(mayGoTo(off, 'score', 'models.example:8443')).toBe(false)
    expect(withDestination(allowed, { ...at, isAllowed: false }).destinations).toEqual([])
  })
})

describe('what last month would have been', () => {
  const entry = (act: string, role: string, more: { outcome?: 'done' | 'refused'; at?: number } = {}) => ({
    at: NOW - DAY,
    who: role === 'debrief' ? 'Debrief' : 'Ada',
    outcome: 'done' as const,
    act,
    role,
    ...more,
  })
  const nothing = { requests: [], filledIn: 0, automatedScores: 0, sessions: 3, olderThan: () => 0 }
  const when = { now: NOW, logBegan: NOW - 60 * DAY }

  test('counts what would have been stopped, by whom and why, and what would have been let through', () => {
    const replay = replayPolicy(
      strict,
      [
        entry('imports.start', 'supervisor'),
        entry('imports.start', 'supervisor', { at: NOW - 2 * DAY }),
        entry('imports.start', 'supervisor', { at: NOW - 31 * DAY }),
        entry('exports.start', 'supervisor', { outcome: 'refused' }),
        entry('exports.start', 'director', { outcome: 'refused' }),
        entry('coaching.markCoached', 'supervisor'),
      ],
      nothing,
      when,
    )
    expect(replay.entries).toBe(5)
    expect(replay.isWholeMonth).toBe(true)
    expect(replay.stopped).toEqual([
      {
        act: 'imports.start',
        role: 'supervisor',
        who: ['Ada'],
        times: 2,
        lastAt: NOW - DAY,
        why: { kind: 'role', role: 'supervisor', needs: 'import' },
      },
    ])
    expect(replay.letThrough).toMatchObject([{ act: 'exports.start', role: 'supervisor', times: 1 }])
  })

  test('tells work of its own from what a person asked for', () => {
    const entries = [
      entry('recordings.transcribe', 'supervisor'),
      entry('job.transcribe', 'supervisor'),
      entry('job.transcribe', 'debrief'),
      entry('judge.start', 'owner'),
      entry('sessions.draftQuestions', 'owner'),
    ]
    const replay = replayPolicy(
      { ...worksCouncil, roles: smallTeam.roles, approvals: [] },
      entries,
      {
        ...nothing,
        filledIn: 7,
        automatedScores: 12,
        requests: [{ purpose: 'score', host: 'a.example', times: 3 }],
      },
      when,
    )
    expect(replay.stopped.map(({ act, role, times }) => `${act} ${role} ${times}`)).toEqual([
      'job.transcribe debrief 1',
      'judge.start owner 1',
      'sessions.draftQuestions owner 1',
    ])
    expect(replay.filledIn).toBe(7)
    expect(replay.requests).toEqual([{ purpose: 'score', host: 'a.example', times: 3 }])
    expect(replayPolicy(smallTeam, entries, { ...nothing, filledIn: 7 }, when)).toMatchObject({
      stopped: [],
      filledIn: 0,
    })
  })

  test('says what a month without ranking would have been, where people are ranked now', () => {
    const unranked = { ...smallTeam, automation: { ...smallTeam.automation, rank: 'off' as const } }
    const entries = [entry('waitingLists.draw', 'supervisor')]
    expect(replayPolicy(unranked, entries, nothing, when)).toMatchObject({
      unranked: { sessions: 3 },
      stopped: [{ act: 'waitingLists.draw', why: { kind: 'automation', what: 'rank' } }],
    })
    expect(replayPolicy(unranked, [], { ...nothing, sessions: null }, when).unranked).toBeNull()
    const ranked = { ...smallTeam, automation: { ...smallTeam.automation, rank: 'on' as const } }
    expect(replayPolicy(ranked, entries, nothing, when)).toMatchObject({ unranked: null, stopped: [] })
  })

  test('names what needs a second person, what would be deleted, and what cannot be known', () => {
    const replay = replayPolicy(
      worksCouncil,
      [entry('exports.start', 'supervisor'), entry('judge.withdraw', 'administrator')],
      { ...nothing, olderThan: (what, days) => (what === 'audio' && days === 90 ? 12 : 0) },
      { now: NOW, logBegan: NOW - 3 * DAY },
    )
    expect(replay.needsApproval).toMatchObject([{ act: 'exports.start', times: 1 }])
    expect(replay.deleted).toEqual([{ what: 'audio', count: 12, days: 90 }])
    expect(replay.isWholeMonth).toBe(false)
    expect(replay.from).toBe(NOW - 3 * DAY)
    expect(replay.notes).toHaveLength(2)
  })
})
