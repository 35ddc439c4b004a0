/** The keys of the rows, beside the table; not on a phone. */
export function KeyLine({ keys }: { readonly keys: readonly (readonly [key: string, says: string])[] }) {
  return (
    <p className="key-line">
      {keys.map(([key, says]) => (
        <span key={key}>
          <kbd>{key}</kbd> {says}
        </span>
      ))}
    </p>
  )
}
