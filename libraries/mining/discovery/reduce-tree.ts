import type { ProcessTree, TreeOperator } from './process-tree.ts'

const silent: ProcessTree = { silent: true }

/**
 * The same language in fewer nodes (Leemans, Robust Process Mining with Guarantees, 2017, "Reduction rules"): nested
 * operators flattened, needless τ and loops removed. τ stands last among alternatives.
 */
export function reduceTree(tree: ProcessTree): ProcessTree {
  if (!('operator' in tree)) return tree
  const children = tree.children.map(reduceTree)
  if (tree.operator === 'loop') return reducedLoop(children)
  return tree.operator === 'choice' ? reducedChoice(children) : reducedOrder(tree.operator, children)
}

/** Whether the tree may be passed without doing anything. */
export function canBeEmpty(tree: ProcessTree): boolean {
  if (!('operator' in tree)) return 'silent' in tree
  if (tree.operator === 'choice') return tree.children.some(canBeEmpty)
  return tree.operator === 'loop' ? tree.children.slice(0, 1).every(canBeEmpty) : tree.children.every(canBeEmpty)
}

function reducedOrder(operator: 'sequence' | 'parallel', children: readonly ProcessTree[]): ProcessTree {
  return joined(
    operator,
    flattened(operator, children).filter((child) => !('silent' in child)),
  )
}

function reducedChoice(children: readonly ProcessTree[]): ProcessTree {
  const flat = flattened('choice', children)
  const visible = flat.filter((child) => !('silent' in child))
  const needsSilent = visible.length < flat.length && !visible.some(canBeEmpty)
  return joined('choice', needsSilent ? [...visible, silent] : visible)
}

/** ↺(↺(a, b), c) = ↺(a, b, c); ↺(a, ×(b, c)) = ↺(a, b, c); ↺(×(↺(a, τ), b), τ) = ↺(×(a, b), τ); ↺(τ, a, τ) = ↺(τ, a). */
function reducedLoop([body = silent, ...others]: readonly ProcessTree[]): ProcessTree {
  if (isOperator(body, 'loop')) return reducedLoop([...body.children, ...others])
  const redo = flattened('choice', others)
  const visible = redo.filter((child) => !('silent' in child))
  if ('silent' in body && visible.length === 0) return silent
  const repeatsAtWill = visible.length < redo.length
  if (repeatsAtWill && isOperator(body, 'choice') && body.children.some(isPlainRepeat)) {
    const unwrapped = reducedChoice(body.children.map((child) => (isPlainRepeat(child) ? bodyOf(child) : child)))
    return reducedLoop([unwrapped, ...redo])
  }
  const needsSilent = repeatsAtWill && !('silent' in body)
  return { operator: 'loop', children: [body, ...visible, ...(needsSilent ? [silent] : [])] }
}

function isPlainRepeat(tree: ProcessTree): boolean {
  return isOperator(tree, 'loop') && tree.children.slice(1).every((child) => 'silent' in child)
}

function bodyOf(tree: ProcessTree): ProcessTree {
  return 'operator' in tree ? (tree.children[0] ?? silent) : tree
}

function isOperator(tree: ProcessTree, operator: TreeOperator): tree is Extract<ProcessTree, { operator: unknown }> {
  return 'operator' in tree && tree.operator === operator
}

function flattened(operator: TreeOperator, children: readonly ProcessTree[]): ProcessTree[] {
  return children.flatMap((child) => (isOperator(child, operator) ? child.children : [child]))
}

function joined(operator: TreeOperator, children: readonly ProcessTree[]): ProcessTree {
  const [only = silent] = children
  return children.length > 1 ? { operator, children } : only
}
