/** The record schemas as JSON Schema (draft 7), so that a clerk's editor completes and explains keys. */

import * as z from 'zod'
import { directoryFile } from './directory.ts'
import { meeting } from './meeting.ts'
import { registerEntry } from './register-entry.ts'
import { settings } from './settings.ts'

const schemas = {
  meeting,
  directory: directoryFile,
  'register-entry': registerEntry,
  project: settings,
} as const

/** File name → text of the JSON Schema. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), null, 2)}\n`,
    ]),
  )
