import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { formatName, openAudio } from '../../../../engine/recordings/decoding/index.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { aWav, pcm16, tone } from './a-wav.ts'
import { decoded, fixtures, inAFile, levelOf, problemOf } from './decoded.ts'

afterEach(() => void vi.unstubAllEnvs())

const hostileNames = [
  '-i',
  '-filter_complex',
  'file:x',
  'http:..example',
  'a:b.m4a',
  `it's "quoted" $(touch pwned) \`id\`.m4a`,
  'new\nline.m4a',
  'ünï–日本語 🎧.m4a',
  '%d.m4a',
  '  .m4a',
]

describe('without ffmpeg', () => {
  test.each([
    ['two-tones.m4a', 'an M4A, MP4 or QuickTime file'],
    ['tone.spx', 'an Ogg Speex file'],
    ['gsm.wav', 'a WAV file with GSM 6.10 sound'],
  ])('%s is named, with what to do', async (file, name) => {
    vi.stubEnv('PATH', temporaryFolder())
    expect(await problemOf(join(fixtures, file))).toMatchObject({
      code: 'needs-ffmpeg',
      message: `This is ${name}. To read it, install ffmpeg (ffmpeg.org) so that it is found on the path, or export the recording as WAV, MP3, FLAC or Opus.`,
    })
  })

  test.each([
    ['#!AMR\n', 'an AMR file'],
    ['\u001aE\u00df\u00a3', 'a WebM or Matroska file'],
    ['0&\u00b2u\u008ef', 'a Windows Media (WMA) file'],
    ['FORM\0\0\0\0AIFF', 'an AIFF file'],
    ['RIFF\0\0\0\0AVI ', 'an AVI file'],
  ])('a file that begins with %j is %s', async (head, name) => {
    vi.stubEnv('PATH', '')
    const problem = await problemOf(inAFile(Buffer.from(head.padEnd(64, '\0'), 'latin1')))
    expect(problem.message).toContain(`This is ${name}.`)
  })

  test('what it decodes itself needs none', async () => {
    vi.stubEnv('PATH', '')
    expect((await decoded(join(fixtures, 'two-tones.mp3'))).channels).toHaveLength(2)
  })
})

/** A program that notes its arguments and then does what `script` says, first on the path. */
function fakeFfmpeg(script: string): { folder: string; calls(): string[][] } {
  const folder = temporaryFolder()
  const notes = join(folder, 'arguments')
  writeFileSync(
    join(folder, 'ffmpeg'),
    `#!/bin/sh\nfor word in "$@"; do printf '%s\\0' "$word" >> '${notes}'; done\nprintf '\\0' >> '${notes}'\n${script}\n`,
  )
  chmodSync(join(folder, 'ffmpeg'), 0o755)
  vi.stubEnv('PATH', folder)
  return {
    folder,
    calls: () =>
      readFileSync(notes, 'utf8')
        .split('\0\0')
        .filter((call) => call !== '')
        .map((call) => call.split('\0')),
  }
}

function floatWav(frames: number): Buffer {
  const data = Buffer.alloc(frames * 4)
  for (let frame = 0; frame < frames; frame++) data.writeFloatLE(0.25, frame * 4)
  return aWav({ formatTag: 3, bits: 32, sampleRate: 16_000, data, dataSize: 0xffffffff })
}

describe('with a stand-in for ffmpeg', { skip: process.platform === 'win32' }, () => {
  test.each(hostileNames)('the name %j is one argument behind file:', async (name) => {
    const wav = inAFile(floatWav(1600))
    const { calls } = fakeFfmpeg(`/bin/cat '${wav}'`)
    const path = join(temporaryFolder(), name)
    copyFileSync(join(fixtures, 'two-tones.m4a'), path)
    const { channels } = await decoded(path)
    expect([channels.length, channels[0]!.length]).toEqual([1, 1600])
    expect(calls()).toHaveLength(2)
    for (const call of calls()) {
      expect(call.slice(5, 11)).toEqual([
        '-protocol_whitelist',
        'file,pipe',
        '-f',
        'mov',
        '-i',
        `file:${path}`,
      ])
      expect(call.filter((word) => word.includes(path))).toEqual([`file:${path}`])
    }
  })

  test('an endless one is ended at once when reading is aborted, or no longer wanted', async () => {
    const wav = inAFile(floatWav(1600))
    const { folder } = fakeFfmpeg(`echo $$ >> "\${0%/*}/ids"; exec /bin/cat '${wav}' /dev/zero`)
    const opened = await openAudio(join(fixtures, 'two-tones.m4a'))
    const controller = new AbortController()
    const started = performance.now()
    const reading = (async () => {
      for await (const block of opened.blocks(controller.signal)) {
        void block
        controller.abort(new Error('enough'))
      }
    })()
    await expect(reading).rejects.toThrow('enough')
    for await (const block of opened.blocks()) {
      void block
      break
    }
    expect(performance.now() - started).toBeLessThan(5000)
    const ids = readFileSync(join(folder, 'ids'), 'utf8').trim().split('\n').map(Number)
    expect(ids).toHaveLength(3)
    await vi.waitFor(() => expect(ids.filter(isRunning)).toEqual([]))
  })

  test('one that stays silent is ended by the signal, too', async () => {
    const wav = inAFile(floatWav(1600))
    fakeFfmpeg(
      `case "$0" in *) if [ -e "\${0%/*}/again" ]; then exec /bin/sleep 60; fi; : > "\${0%/*}/again"; /bin/cat '${wav}';; esac`,
    )
    const opened = await openAudio(join(fixtures, 'two-tones.m4a'))
    const reading = async () => {
      for await (const block of opened.blocks(AbortSignal.timeout(200))) void block
    }
    await expect(reading()).rejects.toThrow(/timeout/i)
  })

  test.each([
    ["Stream map '0:a:0' matches no streams.", 'no-sound-stream'],
    ['Unknown input format: mov', 'needs-ffmpeg'],
    ['Invalid data found when processing input', 'damaged'],
    ['', 'damaged'],
  ])('one that fails with %j is a problem of code %s', async (words, code) => {
    fakeFfmpeg(`echo "${words}" >&2; exit 1`)
    const problem = await problemOf(join(fixtures, 'two-tones.m4a'))
    expect(problem.code).toBe(code)
    expect(problem.message).toMatch(/^This is an M4A, MP4 or QuickTime file.*\.$/)
  })

  test('one that fails after some sound gives it, with a warning', async () => {
    const wav = inAFile(floatWav(1601))
    fakeFfmpeg(`/bin/cat '${wav}'; printf ab; exit 1`)
    const { opened, channels } = await decoded(join(fixtures, 'two-tones.m4a'))
    expect(channels[0]).toHaveLength(1601)
    expect(opened.warnings).toEqual([
      'This recording is damaged towards its end; what ffmpeg could read is used.',
    ])
  })

  test('one that is no program at all is a problem with a sentence', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'ffmpeg'), '\0\0\0\0')
    chmodSync(join(folder, 'ffmpeg'), 0o755)
    vi.stubEnv('PATH', folder)
    expect((await problemOf(join(fixtures, 'two-tones.m4a'))).code).toBe('damaged')
  })
})

function isRunning(processId: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${processId}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const isInstalled = (() => {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe(
  isInstalled ? 'with ffmpeg' : 'with ffmpeg (skipped: there is none on the path)',
  {
    skip: !isInstalled,
  },
  () => {
    test('an M4A file keeps duration, frequencies and channels', async () => {
      const { opened, channels } = await decoded(join(fixtures, 'two-tones.m4a'))
      expect({ ...opened, blocks: undefined, warnings: [] }).toMatchObject({
        format: 'ffmpeg',
        codec: 'aac',
        sampleRate: 16_000,
        channelCount: 2,
        durationMs: 1500,
      })
      expect(formatName(opened)).toBe('AAC')
      expect(Math.abs(channels[0]!.length - 24_000)).toBeLessThan(1100)
      expect(levelOf(channels[0]!, 440, 16_000)).toBeGreaterThan(0.4)
      expect(levelOf(channels[1]!, 1000, 16_000)).toBeGreaterThan(0.2)
    })

    test.each([
      ['tone.spx', 'speex', 16_000, 8000],
      ['gsm.wav', 'gsm_ms', 8000, 4160],
    ])('%s is decoded', async (file, codec, sampleRate, frames) => {
      const { opened, channels } = await decoded(join(fixtures, file))
      expect([opened.codec, opened.sampleRate, opened.channelCount]).toEqual([codec, sampleRate, 1])
      expect(channels[0]).toHaveLength(frames)
      expect(levelOf(channels[0]!, 440, sampleRate)).toBeGreaterThan(0.2)
    })

    test('a video without sound says that it has none', async () => {
      expect(await problemOf(join(fixtures, 'picture-only.mp4'))).toMatchObject({
        code: 'no-sound-stream',
        message: 'This is an M4A, MP4 or QuickTime file without any sound in it.',
      })
    })

    test('a damaged M4A file is a problem with a sentence', async () => {
      const bytes = readFileSync(join(fixtures, 'two-tones.m4a')).subarray(0, 600)
      expect((await problemOf(inAFile(bytes))).code).toBe('damaged')
    })

    test.each(hostileNames)(
      'a file named %j is read like any other, and nothing else happens',
      async (name) => {
        const path = join(temporaryFolder(), name)
        copyFileSync(join(fixtures, 'two-tones.m4a'), path)
        expect((await decoded(path)).channels).toHaveLength(2)
        expect(existsSync('pwned')).toBe(false)
      },
    )
  },
)

test.each(hostileNames)('a WAV file named %j is read like any other', async (name) => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, aWav({ data: pcm16(0.1, 8000, tone(440, 0.5)) }))
  expect((await decoded(path)).channels[0]).toHaveLength(800)
})
