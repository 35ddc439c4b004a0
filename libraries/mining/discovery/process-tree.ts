export const treeOperators = ['sequence', 'choice', 'parallel', 'loop'] as const
export type TreeOperator = (typeof treeOperators)[number]

/**
 * A process tree (Leemans, Robust Process Mining with Guarantees, 2017, chapter 2 "Process trees"): the work of its
 * leaves, in the order its operators allow. The first child of a loop is done once and again after each time that one of
 * the others is done. A silent leaf (τ) is nothing at all.
 */
export type ProcessTree =
  | { activity: string }
  | { silent: true }
  | { operator: TreeOperator; children: readonly ProcessTree[] }

export const mostTreeNodes = 200_000
export const deepestTree = 1_000

/** Throws a RangeError where a value from outside is no process tree, or one beyond the bounds; says where and why. */
export function checkTree(tree: ProcessTree) {
  const open: { node: unknown; place: string; depth: number }[] = [{ node: tree, place: 'tree', depth: 1 }]
  let nodes = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, place, depth } = next
    nodes += 1
    if (nodes > mostTreeNodes)
      throw new RangeError(
        `プロセスツリーの節が${mostTreeNodes}個を超えています。（The process tree has more than ${mostTreeNodes} nodes.）`,
      )
    if (depth > deepestTree)
      throw new RangeError(
        `プロセスツリーの入れ子が${deepestTree}段を超えています。（The process tree is nested deeper than ${deepestTree}.）`,
      )
    const children = childrenOf(node)
    if (children === undefined)
      throw new RangeError(
        `${place} は { activity }、{ silent: true }、{ operator, children } のどれでもありません。子は1つ以上、繰り返しの子は2つ以上です。（${place} is no node of a process tree: it has an activity, is silent, or has an operator and children, at least two under a loop.）`,
      )
    children.forEach((child, at) => {
      open.push({ node: child, place: depth < 20 ? `${place}.children[${at}]` : place, depth: depth + 1 })
    })
  }
}

/** The children of a node, none for a leaf; undefined where it is no node. */
function childrenOf(node: unknown): readonly unknown[] | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  if ('activity' in node) return typeof node.activity === 'string' && node.activity !== '' ? [] : undefined
  if ('silent' in node) return node.silent === true ? [] : undefined
  if (!('operator' in node && 'children' in node && Array.isArray(node.children))) return undefined
  if (!treeOperators.some((operator) => operator === node.operator)) return undefined
  return node.children.length >= (node.operator === 'loop' ? 2 : 1) ? node.children : undefined
}
