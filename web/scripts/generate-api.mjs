// Writes src/api/schema.ts: the types of the HTTP API, from the description in docs/openapi.json.
// With --check it changes nothing and fails when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const source = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url))
const target = fileURLToPath(new URL('../src/api/schema.ts', import.meta.url))

const description = JSON.parse(readFileSync(source, 'utf8'))
// The client calls paths; names of operations would only be a second name for them.
for (const path of Object.values(description.paths)) for (const operation of Object.values(path)) delete operation.operationId
const text = `// Generated from docs/openapi.json by \`npm run gen:api\`. Do not edit.\n${astToString(await openapiTS(description))}`

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/api/schema.ts is stale: run `npm run gen:api`')
    process.exit(1)
  }
} else {
  writeFileSync(target, text)
}
