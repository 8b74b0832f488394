import { expect, test, vi } from 'vitest'
import { installerOf } from '../../../electron/plain/installer-of.ts'
import { trayTemplate } from '../../../electron/plain/tray-template.ts'
import { workLines } from '../../../electron/plain/work-words.ts'

const actions = () => ({
  open: vi.fn<() => void>(),
  pause: vi.fn<(isPaused: boolean) => void>(),
  quit: vi.fn<() => void>(),
})
const labelsOf = (template: ReturnType<typeof trayTemplate>) => template.flatMap(({ label }) => label ?? [])

test('the tray says what runs by its kind and how far it is, and nothing of what it is about', () => {
  const jobs = [
    { kind: 'import', label: 'Importing Maria Lopez.csv', step: 'Maria', state: 'running', progress: 0.419 },
    { kind: 'transcribe', label: 'x', step: '', state: 'running', progress: 1 },
    { kind: 'backup', label: 'x', step: '', state: 'queued', progress: 0 },
    { kind: 'judge', label: 'x', step: '', state: 'done', progress: 1 },
  ] as const
  expect(workLines(jobs)).toEqual(['Importing, 41%', 'Transcribing, 100%'])
})

test('the tray pauses, goes on, opens and quits', () => {
  const done = actions()
  const click = (isPaused: boolean, label: string) =>
    trayTemplate({ watch: { isPaused }, lines: [] }, done)
      .find((item) => item.label === label)
      ?.click?.(
        ...([] as unknown as Parameters<NonNullable<ReturnType<typeof trayTemplate>[number]['click']>>),
      )
  click(false, 'Pause watching')
  click(true, 'Pause watching')
  click(false, 'Open Debrief')
  click(false, 'Quit Debrief')
  expect(done.pause.mock.calls).toEqual([[true], [false]])
  expect([done.open.mock.calls.length, done.quit.mock.calls.length]).toEqual([1, 1])
  expect(labelsOf(trayTemplate({ watch: { isPaused: true }, lines: ['Importing, 1%'] }, done))).toEqual([
    'Open Debrief',
    'The watched folder is paused',
    'Importing, 1%',
    'Pause watching',
    'Quit Debrief',
  ])
  expect(labelsOf(trayTemplate({ watch: null, lines: [] }, done))).toContain('No folder is watched')
})

test.each([
  ['win32', {}, 'nsis'],
  ['darwin', {}, 'mac-zip'],
  ['linux', { APPIMAGE: '/home/a/Debrief.AppImage' }, 'appimage'],
  ['linux', {}, 'deb'],
] as const)('on %s with %o it is installed as %s', (platform, environment, installer) => {
  expect(installerOf(platform, environment)).toBe(installer)
})
