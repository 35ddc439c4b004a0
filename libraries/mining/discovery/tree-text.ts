import { entry } from '../log/column.ts'
import { checkTree, deepestTree, mostTreeNodes, type ProcessTree, type TreeOperator } from './process-tree.ts'

const signs: Record<TreeOperator, string> = { sequence: '→', choice: '×', parallel: '∧', loop: '↺' }
const operators = new Map<string, TreeOperator>([
  ['→', 'sequence'],
  ['×', 'choice'],
  ['∧', 'parallel'],
  ['↺', 'loop'],
])

const needsQuotes = /[\s(),'\\→×∧↺τ]/

/** A tree as text: `→(a, ×(b, τ))`. Names that hold blanks or marks stand in quotes: `'check ticket'`. */
export function treeText(tree: ProcessTree): string {
  checkTree(tree)
  return written(tree)
}

function written(tree: ProcessTree): string {
  if ('activity' in tree) return needsQuotes.test(tree.activity) ? quoted(tree.activity) : tree.activity
  if ('silent' in tree) return 'τ'
  return `${signs[tree.operator]}(${tree.children.map(written).join(', ')})`
}

function quoted(name: string): string {
  return `'${name.replace(/[\\']/g, (mark) => `\\${mark}`)}'`
}

/** Reads what `treeText` writes; throws a RangeError that names the place of what it cannot read. */
export function treeOfText(text: string): ProcessTree {
  const reader = new TextReader(text)
  const tree = reader.tree(1)
  reader.end()
  checkTree(tree)
  return tree
}

class TextReader {
  readonly #tokens: RegExpMatchArray[]
  #place = 0

  constructor(text: string) {
    this.#tokens = [...text.matchAll(/'((?:[^'\\]|\\[\s\S])*)'|[(),→×∧↺τ]|[^\s(),'\\→×∧↺τ]+|\S/g)]
    if (this.#tokens.length > mostTreeNodes * 4) throw this.#refusal()
  }

  tree(depth: number): ProcessTree {
    const token = this.#tokens[this.#place++]
    const sign = token?.[0] ?? ''
    const operator = operators.get(sign)
    if (depth > deepestTree || sign === '' || /^[(),\\']$/.test(sign)) throw this.#refusal()
    if (token?.[1] !== undefined) return { activity: token[1].replace(/\\([\s\S])/g, '$1') }
    if (sign === 'τ') return { silent: true }
    if (!operator) return { activity: sign }
    const children: ProcessTree[] = []
    this.#expect('(')
    do children.push(this.tree(depth + 1))
    while (this.#has(','))
    this.#expect(')')
    return { operator, children }
  }

  end() {
    if (this.#place < this.#tokens.length) {
      this.#place += 1
      throw this.#refusal()
    }
  }

  #has(mark: string): boolean {
    if (this.#tokens[this.#place]?.[0] !== mark) return false
    this.#place += 1
    return true
  }

  #expect(mark: string) {
    if (this.#has(mark)) return
    this.#place += 1
    throw this.#refusal()
  }

  #refusal(): RangeError {
    const place = Math.min(this.#place - 1, this.#tokens.length - 1)
    const where = place < 0 ? 1 : (entry(this.#tokens, place).index ?? 0) + 1
    return new RangeError(
      `プロセスツリーの${where}文字目を読めません。→(a, ×(b, τ)) の形で書いてください。（The text of the process tree cannot be read at letter ${where}; write it like →(a, ×(b, τ)).）`,
    )
  }
}
