const codecNames: Record<string, string> = {
  'pcm-u8': '8-bit',
  'pcm-s16': '16-bit',
  'pcm-s24': '24-bit',
  'pcm-s32': '32-bit',
  float32: '32-bit float',
  float64: '64-bit float',
  'a-law': 'A-law',
  'mu-law': 'µ-law',
}

const formatNames: Record<string, string> = {
  mp3: 'MP3',
  flac: 'FLAC',
  'ogg-opus': 'Ogg Opus',
  'ogg-vorbis': 'Ogg Vorbis',
}

/** What a recording is, for a sentence: `WAV (A-law)`, `MP3`, `FLAC`, `Ogg Opus`, `Ogg Vorbis`, or ffmpeg's name of the codec, `AAC`. */
export function formatName({ format, codec }: { format: string; codec: string }): string {
  if (format === 'wav') return `WAV (${codecNames[codec] ?? codec})`
  if (format === 'ffmpeg') return codec.toUpperCase()
  return formatNames[format] ?? format
}
