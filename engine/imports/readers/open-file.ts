import { basename, extname } from 'node:path'
import { open, stat } from 'node:fs/promises'
import { t } from '#speech'
import { AudioProblem, isAudioFile, openAudio } from '../../recordings/index.ts'
import { openDelimited } from './delimited/open-delimited.ts'
import { fileNameHints } from './file-name-hints.ts'
import { fileProblem, fromSystemError } from './file-problems.ts'
import { fileSignature, isEncryptedPackage } from './file-signature.ts'
import { openHtml } from './html-tables.ts'
import { openJson } from './json/open-json.ts'
import { readTextChunks, type FileState } from './text-chunks.ts'
import { createTextDecoding, detectEncoding, looksBinary, type DetectedEncoding } from './text-decoding.ts'
import { looksLikeSubRip, looksLikeWebVtt, readSubRip, readWebVtt } from './transcripts/captions.ts'
import { looksLikePlainTranscript, readPlainTranscript } from './transcripts/plain-text.ts'
import { type OpenedFile, type OpenedRecording, type OpenedTranscripts } from './types.ts'
import { openXlsx } from './xlsx/open-xlsx.ts'
import { usualLimits, type ArchiveLimits } from './xlsx/workbook-archive.ts'

export interface OpenFileOptions {
  /** Bounds on workbooks; the usual ones when left out. */
  archiveLimits?: ArchiveLimits
  /** JSON up to this size is parsed whole, larger files are streamed; 64 MB when left out. */
  wholeJsonBytes?: number
}

const headBytes = 1 << 16
const largestCaptionsBytes = 64 << 20

/**
 * Opens an export: reads as much of it as is needed to say what it is, its columns and its first rows.
 * What is in the file decides, not its extension. Throws FileProblem with a code from its closed list and
 * one sentence; nothing else.
 */
export async function openFile(path: string, options: OpenFileOptions = {}): Promise<OpenedFile> {
  try {
    return await openByContent(path, options)
  } catch (error) {
    throw fromSystemError(error, path)
  }
}

async function openByContent(path: string, options: OpenFileOptions): Promise<OpenedFile> {
  const { file, head } = await readHead(path)
  const signature = fileSignature(head)
  if (signature === 'zip') return openXlsx(file, options.archiveLimits ?? usualLimits)
  if (signature === 'ole2') throw await oldOfficeProblem(file)
  if (isAudioFile(head) || (signature === 'audio' && !isTextAfterAll(head, signature)))
    return openRecording(path)
  if (signature !== null && !isTextAfterAll(head, signature)) throw fileProblem(signature, path)
  const detected = detectEncoding(head)
  if (looksBinary(head, detected.encoding)) throw fileProblem('unknown-format', path)
  const text = createTextDecoding(detected).decode(head.subarray(detected.byteOrderMarkLength))
  if (head.length === file.sizeBytes && text.trim() === '') throw fileProblem('empty', path)
  return openText(file, detected, text, options)
}

/** Of a recording only the beginning is read here; listening to it is long work of its own. */
async function openRecording(path: string): Promise<OpenedRecording> {
  try {
    const { format, codec, sampleRate, channelCount, durationMs } = await openAudio(path)
    return { form: 'recording', format, codec, sampleRate, channelCount, durationMs }
  } catch (error) {
    if (error instanceof AudioProblem)
      throw fileProblem(
        'audio',
        path,
        (name) => t`${{ name }} cannot be read as a recording. ${{ message: error.message }}`,
      )
    throw error
  }
}

async function openText(
  file: FileState,
  detected: DetectedEncoding,
  head: string,
  options: OpenFileOptions,
): Promise<OpenedFile> {
  const { path } = file
  if (looksLikeWebVtt(head) || looksLikeSubRip(head)) return openCaptions(file, detected, head)
  if (looksLikeJson(head, path)) return openJson(file, detected, head, options.wholeJsonBytes)
  if (
    /^\s*(<!doctype html|<html|<head|<body|<table|<meta|<style|<!--|<div|<script|<\?xml[^>]*>\s*(<!doctype html|<html))/i.test(
      head,
    )
  ) {
    return openHtml(file, detected)
  }
  if (/^\s*<\?xml|^\s*<[a-z][\w:]*[\s>]/i.test(head)) {
    const isSpreadsheet = head.includes('urn:schemas-microsoft-com:office:spreadsheet')
    throw fileProblem('unknown-format', path, (name) =>
      isSpreadsheet
        ? t`${{ name }} is an Excel workbook of 2003 in XML; save it as .xlsx or CSV and import that.`
        : t`${{ name }} is XML, which Debrief cannot read; export it as CSV, Excel or JSON.`,
    )
  }
  if (/^MIME-Version:/i.test(head)) {
    throw fileProblem(
      'unknown-format',
      path,
      (name) => t`${{ name }} is a web archive; save it as .xlsx or CSV and import that.`,
    )
  }
  if (looksLikePlainTranscript(head, path)) return openWrittenDown(file, detected)
  return openDelimited(file, detected)
}

async function openWrittenDown(file: FileState, detected: DetectedEncoding): Promise<OpenedTranscripts> {
  const text = await wholeText(file, detected)
  return {
    form: 'transcripts',
    format: 'text',
    transcripts: [readPlainTranscript(text, fileNameHints(basename(file.path)))],
  }
}

/** The text of a conversation's file; one too large for a conversation is refused. */
async function wholeText(file: FileState, detected: DetectedEncoding): Promise<string> {
  if (file.sizeBytes > largestCaptionsBytes) throw fileProblem('too-large', file.path)
  const parts: string[] = []
  for await (const chunk of readTextChunks(file, detected)) parts.push(chunk)
  return parts.join('')
}

async function openCaptions(
  file: FileState,
  detected: DetectedEncoding,
  head: string,
): Promise<OpenedTranscripts> {
  const text = await wholeText(file, detected)
  const isWebVtt = looksLikeWebVtt(head)
  const hints = fileNameHints(basename(file.path))
  const transcript = isWebVtt ? readWebVtt(text, hints) : readSubRip(text, hints)
  if (transcript.segments.length === 0) {
    throw fileProblem(
      'no-rows',
      file.path,
      (name) => t`${{ name }} has no captions; export the transcript again.`,
    )
  }
  return { form: 'transcripts', format: isWebVtt ? 'webvtt' : 'subrip', transcripts: [transcript] }
}

/** A brace or bracket that JSON could go on from; a table may begin with a bracket too. */
function looksLikeJson(head: string, path: string): boolean {
  const start = head.replace(/^\ufeff/, '').trimStart()
  if (/^\{\s*("|\}|$)/.test(start)) return true
  if (/^\[\s*([[{"\]]|$)/.test(start)) return true
  return /^\.(json|jsonl|ndjson)$/i.test(extname(path)) && /^[[{]/.test(start)
}

/** Letters at the beginning of a text can look like a signature: 'ID3 score', 'BZh', 'FORM'. */
function isTextAfterAll(head: Buffer, signature: string): boolean {
  return (
    signature !== 'pdf' && signature !== 'office-document' && !looksBinary(head, 'utf-8') && head.length > 16
  )
}

async function oldOfficeProblem(file: FileState): Promise<Error> {
  const handle = await open(file.path, 'r')
  try {
    const bytes = Buffer.alloc(Math.min(file.sizeBytes, 1 << 20))
    await handle.read(bytes, 0, bytes.length, 0)
    const tail = Buffer.alloc(Math.min(file.sizeBytes, 1 << 20))
    await handle.read(tail, 0, tail.length, Math.max(0, file.sizeBytes - tail.length))
    if (isEncryptedPackage(bytes) || isEncryptedPackage(tail))
      return fileProblem('password-protected', file.path)
    const isDocument = bytes.includes(Buffer.from('WordDocument', 'utf16le'))
    return fileProblem(isDocument ? 'office-document' : 'old-excel', file.path)
  } finally {
    await handle.close()
  }
}

async function readHead(path: string): Promise<{ file: FileState; head: Buffer }> {
  // Looked at before it is opened: opening a pipe would wait for somebody to write into it.
  const stats = await stat(path)
  if (stats.isDirectory()) throw fileProblem('directory', path)
  if (!stats.isFile()) throw fileProblem('unreadable', path)
  if (stats.size === 0) throw fileProblem('empty', path)
  const handle = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(Math.min(headBytes, stats.size))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    return {
      file: { path, sizeBytes: stats.size, modifiedAtMs: stats.mtimeMs },
      head: buffer.subarray(0, bytesRead),
    }
  } finally {
    await handle.close()
  }
}
