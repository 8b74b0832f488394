/** Sound made for tests: voices, music, tones and line noise of which it is known when they sound. */

export interface SaidSpan {
  startMs: number
  endMs: number
}

/** The same numbers in 0..1 for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Silence of a length. */
export function silence(durationMs: number, sampleRate: number): Float32Array {
  return new Float32Array(Math.round((durationMs * sampleRate) / 1000))
}

/** White noise at a level in dBFS, added in place. */
export function addNoise(samples: Float32Array, dbfs: number, seed: number): void {
  const random = seededRandom(seed)
  // uniform in ±a has the power a²/3
  const amplitude = Math.sqrt(3) * 10 ** (dbfs / 20)
  for (let at = 0; at < samples.length; at++) samples[at]! += (random() * 2 - 1) * amplitude
}

/**
 * Adds speech-like sound in each span: pulses at a gliding pitch through three resonances that change with every syllable (four to
 * six a second), fading in and out, with hissing onsets. It sounds from a span's start to its end, at about -20 dBFS for gain 1.
 */
export function addVoice(
  samples: Float32Array,
  sampleRate: number,
  spans: readonly SaidSpan[],
  voice: { pitchHz: number; seed: number; gain?: number },
): void {
  const random = seededRandom(voice.seed)
  for (const { startMs, endMs } of spans) {
    const first = Math.round((startMs * sampleRate) / 1000)
    const last = Math.min(samples.length, Math.round((endMs * sampleRate) / 1000))
    let at = first
    let phase = 0
    const resonances = [0, 0, 0].map(() => ({ y1: 0, y2: 0 }))
    while (at < last) {
      const length = Math.min(last - at, Math.round(sampleRate * (0.16 + 0.1 * random())))
      const isLast = at + length >= last
      const formants = [300 + 500 * random(), 900 + 1200 * random(), 2300 + 600 * random()]
      const poles = formants.map((hz, which) => {
        const radius = Math.exp((-Math.PI * (70 + 40 * which)) / sampleRate)
        return { a: 2 * radius * Math.cos((2 * Math.PI * hz) / sampleRate), b: -radius * radius }
      })
      const [fromHz, toHz] = [
        voice.pitchHz * (0.85 + 0.3 * random()),
        voice.pitchHz * (0.85 + 0.3 * random()),
      ]
      const loudness = 0.6 + 0.4 * random()
      for (let step = 0; step < length; step++) {
        const along = step / length
        phase += (fromHz + (toHz - fromHz) * along) / sampleRate
        let source = along < 0.2 ? (random() * 2 - 1) * 0.08 : 0
        if (phase >= 1) {
          phase -= 1
          // fewer samples share a pulse at a lower rate
          source += 8000 / sampleRate
        }
        let sum = 0
        poles.forEach(({ a, b }, which) => {
          const state = resonances[which]!
          const y = source + a * state.y1 + b * state.y2
          state.y2 = state.y1
          state.y1 = y
          sum += y / (which + 1.5)
        })
        const rise = Math.min(1, along / 0.15)
        const fall = Math.min(1, (1 - along) / (isLast ? 0.15 : 0.3))
        samples[at + step]! += sum * 0.09 * loudness * Math.max(0.05, rise * fall) * (voice.gain ?? 1)
      }
      at += length
    }
  }
}

/** Adds chords of sustained notes with overtones, a new one every half second: as hold music, unbroken. */
export function addMusic(samples: Float32Array, sampleRate: number, span: SaidSpan, gain = 1): void {
  const chords = [
    [262, 330, 392],
    [220, 262, 330],
    [175, 220, 262],
    [196, 247, 294],
  ]
  const first = Math.round((span.startMs * sampleRate) / 1000)
  const last = Math.min(samples.length, Math.round((span.endMs * sampleRate) / 1000))
  for (let at = first; at < last; at++) {
    const seconds = (at - first) / sampleRate
    const chord = chords[Math.floor(seconds / 0.5) % chords.length]!
    const decay = 0.6 + 0.4 * Math.exp(-4 * (seconds % 0.5))
    let sum = 0
    for (const hz of chord)
      for (let overtone = 1; overtone <= 5; overtone++)
        sum += Math.sin(2 * Math.PI * hz * overtone * seconds) / overtone
    samples[at]! += sum * 0.05 * decay * gain
  }
}

/** Adds a tone of some frequencies, sounding and pausing in turn: a ring tone's cadence. */
export function addTone(
  samples: Float32Array,
  sampleRate: number,
  span: SaidSpan,
  tone: { frequenciesHz: readonly number[]; onMs: number; offMs: number; gain?: number },
): void {
  const first = Math.round((span.startMs * sampleRate) / 1000)
  const last = Math.min(samples.length, Math.round((span.endMs * sampleRate) / 1000))
  for (let at = first; at < last; at++) {
    const ms = ((at - first) / sampleRate) * 1000
    if (ms % (tone.onMs + tone.offMs) >= tone.onMs) continue
    for (const hz of tone.frequenciesHz)
      samples[at]! += 0.1 * (tone.gain ?? 1) * Math.sin((2 * Math.PI * hz * at) / sampleRate)
  }
}

/** The samples as they come back from mu-law (ITU-T G.711), in place. */
export function throughMuLaw(samples: Float32Array): void {
  const mu = 255
  for (let at = 0; at < samples.length; at++) {
    const x = Math.max(-1, Math.min(1, samples[at]!))
    const code = Math.round((Math.log1p(mu * Math.abs(x)) / Math.log1p(mu)) * 127)
    samples[at] = (Math.sign(x) * Math.expm1((code / 127) * Math.log1p(mu))) / mu
  }
}
