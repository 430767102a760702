/** The register under strain: many clerks at once, clerks killed at random moments, a disk that fills up or may not be written. */

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Check, Findings } from './ledger.ts'
import { makeOffice, numbersIn, registerFindings } from './register-office.ts'
import { run } from './tools.ts'

/** More records than clerks who are killed get to. */
const killable = 1_500

/** `scratch`: an empty folder of these checks. */
export const registerChecks = (root: string, cli: string, scratch: string): readonly Check[] => [
  {
    name: 'sổ: 8 người cùng ban hành 1 000 văn bản',
    needs: [],
    look: () => manyAtOnce(cli, makeOffice(root, join(scratch, 'nhiều người'), 1_000), 8, 125),
  },
  {
    name: 'sổ: 500 lần bị ngắt giữa chừng (SIGKILL)',
    needs: [],
    look: () => killed(cli, makeOffice(root, join(scratch, 'bị ngắt'), killable), 500),
  },
  {
    name: 'sổ: ổ đĩa đầy, ở mọi mức đầy',
    needs: ['unshare'],
    look: () => fullDisk(cli, makeOffice(root, join(scratch, 'đĩa đầy'), 2), scratch),
  },
  {
    name: 'sổ: out/ và sổ chỉ cho đọc',
    needs: ['unshare'],
    look: () => readOnly(cli, makeOffice(root, join(scratch, 'chỉ đọc'), 2)),
  },
]

/** Issues hop-<from> … hop-<to>, every <step>; those that have a number already are passed over. Gives a sign when it begins, and after each. */
const clerk = (cli: string, folder: string, from: number, to: number, step: number): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { run } = await import(${JSON.stringify(pathToFileURL(cli).href)})
       const said = []
       const stream = { write: (text) => said.push(text) }
       const io = { stdout: { write: () => undefined }, stderr: stream, env: {}, cwd: process.cwd(), today: '2026-11-23' }
       process.stdout.write(${JSON.stringify(sign)})
       for (let each = ${from}; each <= ${to}; each += ${step}) {
         said.length = 0
         const code = await run(['issue', 'hop-' + each], io)
         if (code !== 0 && !said.join('').includes('đã ban hành số')) {
           process.stdout.write('hop-' + each + ': ' + said.join(''))
           process.exitCode = 1
         }
         process.stdout.write(${JSON.stringify(sign)})
       }`,
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  )

/** A clerk that is ready, or has done one more record. */
const sign = '.\n'

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    let said = ''
    child.stdout?.on('data', (data: Buffer) => {
      said += String(data)
    })
    child.on('close', (code, signal) =>
      resolve(signal ?? (code === 0 ? '' : said.replaceAll(sign, '') || `mã thoát ${code}`)),
    )
  })

const manyAtOnce = async (cli: string, folder: string, clerks: number, each: number): Promise<Findings> => {
  const said = await Promise.all(
    Array.from({ length: clerks }, (_, index) =>
      ended(clerk(cli, folder, index * each + 1, (index + 1) * each, 1)),
    ),
  )
  const count = numbersIn(folder).length
  return [
    ...said.filter((words) => words !== ''),
    ...(count === clerks * each ? [] : [`có ${count} số, cần ${clerks * each}`]),
    ...registerFindings(folder),
  ]
}

/** Three clerks; one after the other is killed some time after it began, and another takes its place. */
const killed = async (cli: string, folder: string, kills: number): Promise<Findings> => {
  const random = pseudoRandom(392)
  const findings: string[] = []
  let count = 0
  const lane = async (index: number): Promise<void> => {
    for (let from = index + 1; count < kills; ) {
      count += 1
      const child = clerk(cli, folder, from, killable, 3)
      killSome(child, Math.floor(random() * 2), random())
      const said = await ended(child)
      if (said !== 'SIGKILL' && said !== '') findings.push(said)
      from = nextFree(folder, from)
    }
  }
  await Promise.all([0, 1, 2].map(lane))
  const last = nextFree(folder, 1)
  const said = await ended(clerk(cli, folder, last, last, 1))
  const issued = numbersIn(folder).length
  return [
    ...findings,
    ...(said === '' ? [] : [said]),
    ...(issued < kills / 10 ? [`chỉ có ${issued} số sau ${kills} lần ngắt: phép đo không đo được gì`] : []),
    ...registerFindings(folder),
  ]
}

/** After so many signs of life, within the time that the last one took to come: as fast or slow as the machine is. */
const killSome = (child: ChildProcess, signs: number, share: number): void => {
  let [seen, last] = [0, Date.now()]
  child.stdout?.on('data', () => {
    const took = Date.now() - last
    if (seen === signs) setTimeout(() => child.kill('SIGKILL'), took * share)
    seen += 1
    last += took
  })
}

/** The first record of a lane without a number. */
const nextFree = (folder: string, from: number): number => {
  const taken = new Set(
    numbersIn(folder).map(
      (number) =>
        /^record: hop-(\d+)$/m.exec(
          readFileSync(join(folder, `content/register/2026/TB/${number}.yaml`), 'utf8'),
        )?.[1],
    ),
  )
  let each = from
  while (taken.has(String(each))) each += 3
  return each
}

/** The same moments every time, as far as a clock can be the same. */
const pseudoRandom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** In a file system of its own that has n free pages, for every n up to what one notice needs. */
const fullDisk = (cli: string, folder: string, scratch: string): Findings => {
  const results = join(scratch, 'đĩa đầy, kết quả')
  mkdirSync(results)
  const script = `
    set -e
    disk="$1"; from="$2"; results="$3"; node="$4"; cli="$5"
    mount -t tmpfs -o size=64m none "$disk"
    for free in $(seq 0 2 44); do
      rm -rf "$disk"/* "$disk"/.[!.]* 2>/dev/null || true
      mount -o remount,size=64m "$disk"
      cp -r "$from"/. "$disk"/
      used=$(df --output=used -B4096 "$disk" | tail -1)
      mount -o remount,size=$(( (used + free) * 4 ))k "$disk"
      code=0
      (cd "$disk" && "$node" "$cli" issue hop-1 --date 2026-03-02 --reason x >/dev/null 2>"$results/$free.err") || code=$?
      echo "$free $code $(ls "$disk/content/register/2026/TB" 2>/dev/null | wc -l)"
      mount -o remount,size=64m "$disk"
      (cd "$disk" && "$node" "$cli" issue hop-2 --date 2026-03-02 --reason x >/dev/null 2>>"$results/$free.err") || echo "$free lần sau không chạy được"
      mkdir "$results/$free"
      cp -r "$disk/content" "$disk/out" "$results/$free"/
    done`
  const disk = join(scratch, 'đĩa')
  mkdirSync(disk)
  const said = run(
    'unshare',
    ['-rm', 'sh', '-c', script, 'sh', disk, folder, results, process.execPath, cli],
    {
      seconds: 600,
    },
  )
  if (said.code !== 0) return [`mã thoát ${said.code}: ${said.err}`]
  const findings: string[] = []
  let [failed, done] = [0, 0]
  for (const line of said.out.trim().split('\n')) {
    const [free = '', code, numbers] = line.split(' ')
    const words = readFileSync(join(results, `${free}.err`), 'utf8')
    if (code !== '0' && code !== '1') findings.push(`${line}: ${words}`)
    else if (code === '1') {
      failed += 1
      if (numbers !== '0') findings.push(`còn ${free} trang: báo lỗi mà mất số`)
      if (!/ổ đĩa đã đầy/.test(words)) findings.push(`còn ${free} trang: không nói đĩa đầy: ${words}`)
    } else {
      done += 1
      if (numbers !== '1') findings.push(`còn ${free} trang: báo xong mà không có số`)
    }
    findings.push(...registerFindings(join(results, free)).map((finding) => `còn ${free} trang: ${finding}`))
  }
  if (failed < 5 || done < 1) findings.push(`${failed} lần đầy, ${done} lần đủ chỗ: phép đo không đo được gì`)
  return findings
}

const readOnly = (cli: string, folder: string): Findings => {
  const script = `
    set -e
    cd "$1"
    mkdir -p out content/register
    for room in out content/register; do
      mount -t tmpfs none $room
      mount -o remount,ro $room
      code=0
      "$2" "$3" issue hop-1 --date 2026-03-02 --reason x 2>&1 || code=$?
      umount $room
      echo "= $code $(ls content/register | wc -l)"
    done`
  const said = run('unshare', ['-rm', 'sh', '-c', script, 'sh', folder, process.execPath, cli])
  const findings: string[] = []
  if (said.code !== 0) findings.push(`mã thoát ${said.code}: ${said.err}`)
  const results = said.out.split('\n').filter((line) => line.startsWith('= '))
  if (results.join() !== '= 1 0,= 1 0') findings.push(said.out)
  if ((said.out.match(/ổ đĩa chỉ cho đọc/g) ?? []).length !== 2) findings.push(`không nói rõ: ${said.out}`)
  return [...findings, ...registerFindings(folder)]
}
