import { expect, test } from 'vitest'
import { addressProblem, isThisMachine } from '../../../renderer/ui/server-words.ts'

test.each([
  'http://127.0.0.1:8000/v1',
  'http://127.1:8000',
  'http://localhost/v1',
  'http://words.localhost:1',
  'http://[::1]:8000/v1',
  'http://2130706433/v1',
])('%s is this machine', (address) => expect(isThisMachine(address)).toBe(true))

test.each([
  'http://127.evil.example/v1',
  'http://127.0.0.1.evil.example/v1',
  'http://localhost.evil.example',
  'http://127.0.0.1@evil.example/v1',
  'http://192.168.1.5:8000/v1',
  'http://0.0.0.0.example',
  'https://api.openai.com/v1',
  'nothing',
  '',
])('%s is not, so that it is asked before anything is sent there', (address) =>
  expect(isThisMachine(address)).toBe(false),
)

test('an address that cannot be a server’s is told', () => {
  expect(addressProblem('')).toBeNull()
  expect(addressProblem('http://127.0.0.1:8000/v1')).toBeNull()
  expect(addressProblem('ftp://words.example')).toContain('http://')
  expect(addressProblem('words')).toContain('http://')
})
