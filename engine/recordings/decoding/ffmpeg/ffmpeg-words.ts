import { t } from '#speech'
import { AudioProblem } from '../types.ts'

/** The length that ffmpeg states in what it says about a file, in ms; null where it does not know. */
export function statedDurationMs(said: string): number | null {
  const found = /Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(said)
  if (!found) return null
  const [hours, minutes, seconds] = found.slice(1).map(Number)
  return Math.round(((hours! * 60 + minutes!) * 60 + seconds!) * 1000)
}

/** Why ffmpeg gave no sound, as a sentence. `format` is the name of the format as `an AMR file`. */
export function ffmpegProblem(said: string, format: string): AudioProblem {
  if (/matches no streams|does not contain any stream/.test(said))
    return new AudioProblem('no-sound-stream', t`This is ${{ format }} without any sound in it.`)
  if (
    /Unknown input format|Decoder .* not found|could not find codec|Decoding requested, but no decoder/i.test(
      said,
    )
  )
    return new AudioProblem(
      'needs-ffmpeg',
      t`This is ${{ format }}, and the ffmpeg on this computer was built without it; install a full ffmpeg or export the recording as WAV.`,
    )
  return new AudioProblem(
    'damaged',
    t`This is ${{ format }}, and ffmpeg could not read it: it is damaged or incomplete. Export the recording again.`,
  )
}

/** The sentence where ffmpeg is not on the path. */
export function missingFfmpeg(format: string): AudioProblem {
  return new AudioProblem(
    'needs-ffmpeg',
    t`This is ${{ format }}. To read it, install ffmpeg (ffmpeg.org) so that it is found on the path, or export the recording as WAV, MP3, FLAC or Opus.`,
  )
}
