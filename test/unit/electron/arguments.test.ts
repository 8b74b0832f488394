import { expect, test } from 'vitest'
import { askedBy, refusedSwitches } from '../../../electron/plain/arguments.ts'

test('files and links are told from switches, and relative paths are of the folder the start was in', () => {
  const line = [
    '/opt/Debrief/debrief',
    '--allow-file-access',
    'a.csv',
    '/data/b.debrief',
    'debrief://agent/1',
    '-x',
    '',
  ]
  expect(askedBy(line, '/home/ada', true)).toEqual({
    files: ['/home/ada/a.csv', '/data/b.debrief'],
    links: ['debrief://agent/1'],
  })
})

test('unpacked, the folder of the app is no file to open', () => {
  expect(askedBy(['electron', '.', 'a.csv'], '/home/ada', false).files).toEqual(['/home/ada/a.csv'])
})

test('no more than 200 at once', () => {
  const line = ['debrief', ...Array.from({ length: 500 }, (_, index) => `${index}.csv`)]
  expect(askedBy(line, '/', true).files).toHaveLength(200)
})

test('switches that let others in are refused', () => {
  const given = new Set(['remote-debugging-port', 'no-sandbox', 'lang'])
  expect(refusedSwitches((name) => given.has(name))).toEqual(['remote-debugging-port', 'no-sandbox'])
  expect(refusedSwitches(() => false)).toEqual([])
})
