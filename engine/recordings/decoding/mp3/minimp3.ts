import { wasm } from '../wasm.ts'
import { minimp3Code } from './minimp3-code.ts'

/** Decodes whole MP3 frames; its state (bit reservoir, overlap) goes from call to call. */
export interface Mp3Decoder {
  /**
   * Decodes frames that follow the last ones. Gives one array per channel, -1..1, shorter than the frames say where some could not be
   * decoded; no channels where none could.
   */
  decode(frames: Uint8Array): Float32Array[]
}

interface Minimp3 {
  memory: { buffer: ArrayBuffer }
  decoder_init(): void
  decoder_set_mp3_data_size(bytes: number): void
  decoder_mp3_data_offset(): number
  decoder_pcm_data_offset(): number
  decoder_decode(seconds: number): void
  decode_results_num_channels(): number
  decode_results_num_samples(): number
}

let compiled: object | undefined

/** A decoder for one file, with a WebAssembly memory of its own, which damaged frames can at worst bring to a stop. */
export function createMp3Decoder(): Mp3Decoder {
  compiled ??= new wasm.Module(Buffer.from(minimp3Code, 'base64'))
  let minimp3 = start(compiled)
  return {
    decode(frames) {
      try {
        return decodeAll(minimp3, frames)
      } catch (error) {
        if (!(error instanceof wasm.RuntimeError)) throw error
        minimp3 = start(compiled!)
        return []
      }
    },
  }
}

function start(module: object): Minimp3 {
  const minimp3 = new wasm.Instance(module, {}).exports as Minimp3
  minimp3.decoder_init()
  return minimp3
}

function decodeAll(minimp3: Minimp3, frames: Uint8Array): Float32Array[] {
  minimp3.decoder_set_mp3_data_size(frames.length)
  new Uint8Array(minimp3.memory.buffer, minimp3.decoder_mp3_data_offset(), frames.length).set(frames)
  const pieces: Float32Array[][] = []
  for (;;) {
    minimp3.decoder_decode(3600)
    const samples = minimp3.decode_results_num_samples()
    if (samples === 0) break
    const channelCount = minimp3.decode_results_num_channels()
    const pcm = new Int16Array(minimp3.memory.buffer, minimp3.decoder_pcm_data_offset(), samples)
    pieces.push(apart(pcm, channelCount))
  }
  return joined(pieces)
}

function apart(pcm: Int16Array, channelCount: number): Float32Array[] {
  const frames = Math.floor(pcm.length / channelCount)
  return Array.from({ length: channelCount }, (_, channel) => {
    const samples = new Float32Array(frames)
    for (let frame = 0, at = channel; frame < frames; frame++, at += channelCount)
      samples[frame] = pcm[at]! / 0x8000
    return samples
  })
}

function joined(pieces: Float32Array[][]): Float32Array[] {
  if (pieces.length <= 1) return pieces[0] ?? []
  return pieces[0]!.map((_, channel) => {
    const parts = pieces.map((piece) => piece[channel] ?? piece[0]!)
    const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  })
}
