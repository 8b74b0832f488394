import { expect, it } from 'vitest'
import { fileNameHints } from '../../../engine/imports/readers/index.ts'

const nothing = { contactRef: null, agentName: null, utcMs: null, localTime: null, isRedacted: false }
const id = '6f9a3a52-1f3c-4b5e-9c1d-0a1b2c3d4e5f'

it.each([
  [
    `/exports/${id}_analysis_2024-03-01T09:15:30Z.json`,
    { contactRef: id, utcMs: Date.UTC(2024, 2, 1, 9, 15, 30) },
  ],
  [
    `${id}_analysis_redacted_2024-03-01T09_15_30Z.json`,
    { contactRef: id, utcMs: Date.UTC(2024, 2, 1, 9, 15, 30), isRedacted: true },
  ],
  [`${id}_20240301T09:15_UTC.wav`, { contactRef: id, utcMs: Date.UTC(2024, 2, 1, 9, 15) }],
  [
    'Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav',
    { contactRef: '000', agentName: 'ChrisL', localTime: '2025-02-19 06:01:22' },
  ],
  ['0002f70f7386445b.json', { contactRef: '0002f70f7386445b' }],
  ['300000004753945.vtt', { contactRef: '300000004753945' }],
  ['calls 2025-02-30 10:00:00.csv', {}],
  ['agentAdherenceSummary_march.txt', {}],
  ['', {}],
])('the name %j gives what it says and nothing else', (name, hints) => {
  expect(fileNameHints(name)).toEqual({ ...nothing, ...hints })
})
