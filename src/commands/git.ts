/** Questions to git: a command line in, its bytes out. Git is asked, never told to change history. */

import { spawn } from 'node:child_process'

export type GitAnswer = { readonly code: number; readonly out: Buffer; readonly said: string }

/** `root`: the folder it runs in. Code -1: there is no git on this machine. */
export const git = (root: string, args: readonly string[], input?: string): Promise<GitAnswer> =>
  new Promise((resolve) => {
    const child = spawn('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const out: Buffer[] = []
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.stdin.on('error', () => undefined)
    child.on('error', () => resolve({ code: -1, out: Buffer.alloc(0), said: '' }))
    child.on('close', (code) =>
      resolve({ code: code ?? 1, out: Buffer.concat(out), said: Buffer.concat(said).toString('utf8') }),
    )
    child.stdin.end(input ?? '')
  })

/** Lines of an answer; none when git refused. */
export const gitLines = async (root: string, args: readonly string[]): Promise<string[]> => {
  const { code, out } = await git(root, args)
  return code === 0
    ? out
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
    : []
}
