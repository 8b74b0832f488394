/** Lets the browser save a text as a file, where it saves what one downloads. */
export function saveText(fileName: string, text: string): void {
  saveBlob(fileName, new Blob([text], { type: 'application/octet-stream' }))
}

/** The same of bytes that came as base64. */
export function saveBytes(fileName: string, base64: string, mimeType: string): void {
  saveBlob(fileName, new Blob([bytesOf(base64)], { type: mimeType }))
}

/** What base64 stands for. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.codePointAt(0)!)
}

function saveBlob(fileName: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // the download has its own hold on it by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
