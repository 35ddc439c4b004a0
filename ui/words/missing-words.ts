const call = /(?<![\w.])t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g

/** The Japanese texts that the calls of `t` in these source files name and the English catalogue lacks; for tests. */
export function missingWords(sources: readonly string[], words: Readonly<Record<string, string>>): string[] {
  const named = sources.flatMap((source) => [...source.matchAll(call)].map((found) => found[1] ?? found[2] ?? ''))
  return [...new Set(named)].filter((word) => words[word] === undefined).sort()
}
