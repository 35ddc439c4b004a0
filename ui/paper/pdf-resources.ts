const addresses = new Map(
  Object.entries(
    import.meta.glob<string>(
      [
        '../../node_modules/pdfjs-dist/cmaps/*.bcmap',
        '../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
        '../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm',
        '../../node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs',
      ],
      { query: '?url', import: 'default', eager: true },
    ),
  ).map(([path, address]) => [path.split('/').at(-1) ?? path, address]),
)

/** The address of a file of pdfjs-dist by its name. Throws where this build lacks it. */
function addressOf(name: string): string {
  const address = addresses.get(name)
  if (address === undefined) throw new Error(`pdfjs-dist has no file ${name} in this build`)
  return address
}

export const workerAddress = (): string => addressOf('pdf.worker.min.mjs')

/** Hands pdfjs what PDFs take for granted: code tables of Japanese text, the fourteen standard fonts, decoders of scans. */
export class OwnBinaryData {
  async fetch({ filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const answer = await fetch(addressOf(filename), { credentials: 'same-origin' })
    if (!answer.ok) throw new Error(`${filename}: ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}
