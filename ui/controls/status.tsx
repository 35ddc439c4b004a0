import type { ReactNode } from 'react'

/** green: settled · blue: on its way · grey: not begun or withdrawn · red: something is to be done · amber: soon. */
export type StatusColour = 'green' | 'blue' | 'grey' | 'red' | 'amber'

/** A state as a bordered word; the word says it, the colour only helps. */
export function Status({ colour, children }: { readonly colour: StatusColour; readonly children: ReactNode }) {
  return (
    <span className="status" data-colour={colour}>
      {children}
    </span>
  )
}
