/** Lets the browser save these bytes or this text under a name. */
export function offerFile(name: string, content: Uint8Array | string, type: string): void {
  const bytes = typeof content === 'string' ? content : new Uint8Array(content)
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
