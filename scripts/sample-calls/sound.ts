import { createRandom } from '../../engine/sample/random.ts'

/** Adds a sound to a line from a moment on; what would run over the end is cut. */
export function mixIn(line: Float32Array, sound: Float32Array, from: number): void {
  const length = Math.min(sound.length, line.length - from)
  for (let at = 0; at < length; at += 1) line[from + at] += sound[at]
}

/** Chords and tune of the hold music, as semitones over A3: ours, four bars that come back. */
const CHORDS = [
  [0, 4, 7],
  [-3, 0, 4],
  [5, 9, 12],
  [-5, 2, 7],
]
const TUNE = [12, 16, 19, 16, 9, 12, 16, 12, 17, 21, 17, 14, 14, 11, 7, 11]
const CHORD_SECONDS = 2.4

/** A soft tune, faded in and out. */
export function holdMusic(seconds: number, sampleRate: number): Float32Array {
  const music = new Float32Array(Math.round(seconds * sampleRate))
  const noteSeconds = CHORD_SECONDS / 4
  const note = (semitone: number, startS: number, lengthS: number, loud: number) => {
    const hz = 220 * 2 ** (semitone / 12)
    const from = Math.round(startS * sampleRate)
    const count = Math.min(Math.round(lengthS * sampleRate), music.length - from)
    for (let at = 0; at < count; at += 1) {
      const t = at / sampleRate
      const shape = Math.min(1, t / 0.05, (lengthS - t) / 0.12) * loud
      const turn = 2 * Math.PI * hz * t
      music[from + at] += shape * (Math.sin(turn) + 0.35 * Math.sin(2 * turn) + 0.12 * Math.sin(3 * turn))
    }
  }
  for (let bar = 0; bar * CHORD_SECONDS < seconds; bar += 1) {
    for (const semitone of CHORDS[bar % 4])
      note(semitone + 12, bar * CHORD_SECONDS, CHORD_SECONDS + 0.1, 0.02)
    for (let beat = 0; beat < 4; beat += 1)
      note(
        TUNE[(bar % 4) * 4 + beat] + 12,
        bar * CHORD_SECONDS + beat * noteSeconds,
        noteSeconds + 0.1,
        0.035,
      )
  }
  const fade = 0.3 * sampleRate
  music.forEach((sample, at) => (music[at] = sample * Math.min(1, at / fade, (music.length - 1 - at) / fade)))
  return music
}

/** The ring tone of North America, 440 and 480 Hz, two seconds. */
export function ringTone(sampleRate: number): Float32Array {
  return Float32Array.from({ length: 2 * sampleRate }, (_, at) => {
    const t = at / sampleRate
    const shape = Math.min(1, t / 0.01, (2 - t) / 0.01)
    return 0.035 * shape * (Math.sin(2 * Math.PI * 440 * t) + Math.sin(2 * Math.PI * 480 * t))
  })
}

/** Line noise around -62 dBFS before the band is cut. */
export function addNoise(line: Float32Array, seed: number, name: string): void {
  const { next } = createRandom(seed, `noise ${name}`)
  const loud = 10 ** (-62 / 20) * Math.sqrt(3)
  line.forEach((sample, at) => (line[at] = sample + loud * (2 * next() - 1)))
}

/** Cuts to the band of a telephone, 300 to 3400 Hz, 24 dB an octave (biquads after the Audio EQ Cookbook). */
export function cutToTelephoneBand(line: Float32Array, sampleRate: number): void {
  for (const quality of [0.5412, 1.3066]) {
    biquad(line, sampleRate, 300, quality, true)
    biquad(line, sampleRate, 3400, quality, false)
  }
}

function biquad(line: Float32Array, sampleRate: number, hz: number, quality: number, isHighpass: boolean) {
  const turn = (2 * Math.PI * hz) / sampleRate
  const cosine = Math.cos(turn)
  const alpha = Math.sin(turn) / (2 * quality)
  const scale = 1 / (1 + alpha)
  const b0 = ((isHighpass ? 1 + cosine : 1 - cosine) / 2) * scale
  const b1 = (isHighpass ? -2 : 2) * b0
  const a1 = -2 * cosine * scale
  const a2 = (1 - alpha) * scale
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  for (let at = 0; at < line.length; at += 1) {
    const x = line[at]
    const y = b0 * x + b1 * x1 + b0 * x2 - a1 * y1 - a2 * y2
    ;[x2, x1, y2, y1] = [x1, x, y1, y]
    line[at] = y
  }
}
