export { openAudio } from './open-audio.ts'
export { isAudioFile } from './content.ts'
export { formatName } from './format-name.ts'
export { readWavLayout, type WavLayout } from './wav/wav-layout.ts'
export { createResampler, type Resampler } from './resample.ts'
export {
  AudioProblem,
  type AudioBlock,
  type AudioFormat,
  type AudioProblemCode,
  type OpenedAudio,
} from './types.ts'
