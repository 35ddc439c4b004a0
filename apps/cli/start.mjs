// Plain JavaScript, so that any Node can say in words what it lacks.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6)) {
  process.stderr.write(
    [
      `この Node.js（${process.version}）では動きません。22.18 以上が必要です。`,
      'npm ci が Node.js 24 を一緒に入れられない種類の機械のようです。https://nodejs.org/ から入れてください。',
      `This Node.js (${process.version}) cannot run the program; 22.18 or newer is needed.`,
      'npm ci found no Node.js 24 for this kind of machine. Install it from https://nodejs.org/.',
      '',
    ].join('\n'),
  )
  process.exit(1)
}

await import('./ennoshita.ts')
