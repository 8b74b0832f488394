/** Lets the browser save a text as a file, where it saves what one downloads. */
export function saveText(fileName: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }))
  link.download = fileName
  link.click()
  // the download has its own hold on it by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
