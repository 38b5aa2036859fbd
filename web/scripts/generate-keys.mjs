// Writes src/i18n/keys.d.ts: the type of all message keys, taken from locales/en.ftl.
// With --check it changes nothing and fails when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '@fluent/syntax'

const source = fileURLToPath(new URL('../../locales/en.ftl', import.meta.url))
const target = fileURLToPath(new URL('../src/i18n/keys.d.ts', import.meta.url))

const resource = parse(readFileSync(source, 'utf8'), {})
const junk = resource.body.filter((entry) => entry.type === 'Junk')
if (junk.length > 0) {
  console.error(`locales/en.ftl does not parse:\n${junk.map((entry) => entry.content).join('\n')}`)
  process.exit(1)
}
// The words of exported files and of findings are named by the server, never by the web client's own code.
const keys = resource.body
  .filter((entry) => entry.type === 'Message')
  .map((entry) => entry.id.name)
  .filter((name) => !/^(document|outline|typeset|mail)-/.test(name) || name.startsWith('outline-panel-'))
const text = `// Generated from locales/en.ftl by \`npm run gen:keys\`. Do not edit.
export type Key =
${[...keys].sort().map((key) => `  | '${key}'`).join('\n')}
`
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/i18n/keys.d.ts is stale: run `npm run gen:keys`')
    process.exit(1)
  }
} else {
  writeFileSync(target, text)
}
