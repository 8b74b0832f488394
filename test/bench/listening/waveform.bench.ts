// Run with: node test/bench/listening/waveform.bench.ts. What the waveform of an hour-long call takes (8 kHz, two channels): to make it,
// alone and with everything else that is heard in the same pass, and to open it once it is stored. Wall time, medians of three.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Client } from '../../../engine/direct-client.ts'
import { createPeaks } from '../../../engine/recordings/activity/peaks.ts'
import { openAudio } from '../../../engine/recordings/decoding/index.ts'
import { listenToFile } from '../../../engine/recordings/listening/listen-to-file.ts'
import { importFiles, withEngine } from '../lib/engine-run.ts'
import { median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'
import { callAsWav } from '../../support/spoken-call.ts'
import { aWav } from '../../unit/recordings/decoding/a-wav.ts'

const sampleRate = 8000
const samplesPerFrame = sampleRate / 100
// the first warms up
const rounds = [0, 1, 2, 3]
const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  printLoad()
  const file = path.join(folder, 'hour.wav')
  writeFileSync(file, hourOfSound())
  print('the waveform alone', await wallOf(() => waveformOf(file)))
  print('everything that is heard', await wallOf(() => listenToFile(file)))
  await withEngine(path.join(folder, 'workspace'), async (client) => {
    await importFiles(client, [file])
    await client.jobs.analyze()
    const recordingId = await heardRecording(client)
    print('stored waveform, from the engine', await wallOf(() => client.recordings.peaks({ recordingId })))
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function hourOfSound(): Buffer {
  const minute = callAsWav().subarray(44)
  return aWav({ channelCount: 2, sampleRate, data: Buffer.concat(Array.from({ length: 60 }, () => minute)) })
}

/** The least a waveform can take: the file decoded, the lowest and highest sample of each 10 ms. */
async function waveformOf(path: string): Promise<void> {
  const audio = await openAudio(path)
  const peaks = createPeaks(audio.channelCount)
  for await (const { channels } of audio.blocks())
    for (const [channel, samples] of channels.entries())
      for (let from = 0; from < samples.length; from += samplesPerFrame) {
        let lowest = Infinity
        let highest = -Infinity
        const to = Math.min(samples.length, from + samplesPerFrame)
        for (let at = from; at < to; at++) {
          const sample = samples[at]!
          if (sample < lowest) lowest = sample
          if (sample > highest) highest = sample
        }
        peaks.add(channel, lowest, highest)
      }
  peaks.finish()
}

async function heardRecording(client: Client): Promise<number> {
  for (;;) {
    const [recording] = await client.recordings.list()
    if (recording?.isHeard) return recording.id
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function wallOf(run: () => Promise<unknown>): Promise<string> {
  const times: number[] = []
  for (const round of rounds) {
    const started = performance.now()
    await run()
    if (round > 0) times.push(performance.now() - started)
  }
  return seconds(median(times))
}
