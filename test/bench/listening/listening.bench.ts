// Run with: node --expose-gc test/bench/listening/listening.bench.ts. Processor time of the one thread that listens, medians of
// five, as a multiple of the sound's own length; the floor only squares and adds every sample, in the same run.
import { measureActivity } from '../../../engine/interactions/measures/index.ts'
import { conversationActivity, voicesOf, createListener } from '../../../engine/recordings/activity/index.ts'
import { addMusic, addNoise, silence } from '../../support/spoken-sound.ts'
import { twoSidedCall } from '../../support/two-sided-call.ts'
import { print, printLoad } from '../lib/print.ts'

const minutes = 10
const blockSize = 65_536

printLoad()
const threeHours = 180
const call = twoSidedCall({ sampleRate: 8000, noiseDbfs: -52, isMuLaw: true })
globalThis.gc?.()
const before = held()
const listener = createListener({ sampleRate: 8000, channelCount: 2, durationMs: null })
feed(listener, call, threeHours)
globalThis.gc?.()
print('3 hours, 2 channels: kept', `${((held() - before) / 1e6).toFixed(1)} MB`)
const heard = listener.finish()
print('  decided at the end in', `${medianMs(() => listener.finish()).toFixed(0)} ms`)
print('  waveform', `${(heard.peaks.channels[0]!.byteLength / 1000).toFixed(0)} kB a channel`)
const measuring = medianMs(() => measureActivity(conversationActivity(voicesOf(heard), 0)))
print('  measures', `${measuring.toFixed(1)} ms`)

for (const sampleRate of [8000, 16_000, 48_000]) {
  report(
    `call, 2 channels, ${sampleRate / 1000} kHz`,
    sampleRate,
    twoSidedCall({ sampleRate, noiseDbfs: -52, isMuLaw: true }),
  )
}
const music = silence(60_000, 16_000)
addMusic(music, 16_000, { startMs: 0, endMs: 60_000 })
addNoise(music, -60, 1)
report('music, 2 channels, 16 kHz', 16_000, [music, music.map((x, at) => x * 0.5 + music[at >> 1]! * 0.4)])

function report(what: string, sampleRate: number, channels: readonly Float32Array[]): void {
  const listening = medianMs(() => {
    const listener = createListener({
      sampleRate,
      channelCount: channels.length,
      durationMs: minutes * 60_000,
    })
    feed(listener, channels, minutes)
    measureActivity(conversationActivity(voicesOf(listener.finish()), 0))
  })
  const floor = medianMs(() => {
    let sum = 0
    for (let minute = 0; minute < minutes; minute++)
      for (const channel of channels) for (let at = 0; at < channel.length; at++) sum += channel[at]! ** 2
    return sum
  })
  const times = (minutes * 60_000) / listening
  print(what, `${times.toFixed(0)} times real time, ${(listening / floor).toFixed(1)} times the floor`)
}

function feed(
  listener: ReturnType<typeof createListener>,
  minuteOfSound: readonly Float32Array[],
  times: number,
): void {
  for (let round = 0; round < times; round++)
    for (let at = 0; at < minuteOfSound[0]!.length; at += blockSize)
      listener.push({ channels: minuteOfSound.map((channel) => channel.subarray(at, at + blockSize)) })
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function medianMs(run: () => unknown): number {
  run()
  const taken = Array.from({ length: 5 }, () => {
    const start = process.threadCpuUsage()
    run()
    const { user, system } = process.threadCpuUsage(start)
    return (user + system) / 1000
  })
  return taken.sort((a, b) => a - b)[2]!
}
