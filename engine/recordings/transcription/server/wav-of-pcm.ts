import { WAV_HEADER_BYTES, wavHeader } from '../../wav-header.ts'

/** 16-bit samples of one channel as a WAV file. */
export function wavOfPcm(pcm: Int16Array, sampleRate: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(WAV_HEADER_BYTES + pcm.byteLength)
  bytes.set(wavHeader(sampleRate, 1, pcm.byteLength))
  // as this machine orders bytes: little end first on all that Debrief runs on, and so do the samples of a WAV
  bytes.set(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength), WAV_HEADER_BYTES)
  return bytes
}
