import { t } from '#speech'
import { openBytes, type ByteSource } from './byte-source.ts'
import { audioContent, headBytes, type AudioContent } from './content.ts'
import { openWithFfmpeg } from './ffmpeg/open-with-ffmpeg.ts'
import { openFlac } from './flac/open-flac.ts'
import { openMp3 } from './mp3/open-mp3.ts'
import { openOgg } from './ogg/open-ogg.ts'
import { AudioProblem, type OpenedAudio } from './types.ts'
import { openWav } from './wav/open-wav.ts'

/**
 * Opens a recording: what is in the file decides, never its name. WAV, MP3, FLAC and Ogg Opus are decoded here, everything else by ffmpeg
 * where it is on the path. Throws AudioProblem with a code of its closed list and one sentence; nothing else.
 */
export async function openAudio(path: string): Promise<OpenedAudio> {
  const source = await openBytes(path)
  try {
    if (source.size === 0) throw new AudioProblem('empty', t`This file is empty: zero bytes.`)
    const { content, start } = await contentOf(source)
    return await openContent(path, source, content, start)
  } finally {
    await source.close()
  }
}

/** What a file holds and where it begins: an ID3 tag, or several, may come first. */
async function contentOf(source: ByteSource): Promise<{ content: AudioContent | null; start: number }> {
  let start = 0
  for (let tags = 0; tags < 4; tags++) {
    const head = await source.readAt(start, headBytes)
    const content = audioContent(head, start + head.length >= source.size)
    if (content?.kind !== 'tag') return { content, start }
    start += content.bytes
  }
  return { content: null, start }
}

async function openContent(
  path: string,
  source: ByteSource,
  content: AudioContent | null,
  start: number,
): Promise<OpenedAudio> {
  switch (content?.kind) {
    case 'wav': {
      const opened = await openWav(path, source)
      if (!('foreign' in opened)) return opened
      return openWithFfmpeg(path, {
        name: t`a WAV file with ${{ codec: opened.foreign }} sound`,
        demuxer: 'wav',
      })
    }
    case 'mp3':
      return openMp3(path, source, start)
    case 'flac': {
      const opened = await openFlac(path, source, start)
      return opened ?? openWithFfmpeg(path, { name: t`a FLAC file with 32 bits`, demuxer: 'flac' })
    }
    case 'ogg': {
      const opened = await openOgg(path, source)
      if (!('foreign' in opened)) return opened
      return openWithFfmpeg(path, { name: t`an ${{ codec: opened.foreign }} file`, demuxer: 'ogg' })
    }
    case 'foreign':
      return openWithFfmpeg(path, content.format)
    case 'tag':
    case undefined:
      throw new AudioProblem(
        'not-audio',
        t`This is no recording: what is in the file is none of the audio formats known.`,
      )
  }
}
