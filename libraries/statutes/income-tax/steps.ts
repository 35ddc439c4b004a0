/** The first step whose `through` reaches the amount, from steps in ascending order whose last reaches Infinity. */
export function stepOf<Step extends { readonly through: number }>(steps: readonly Step[], amount: number): Step {
  const step = steps.find(({ through }) => amount <= through)
  if (step === undefined) throw new RangeError(`No step reaches ${amount}`)
  return step
}
