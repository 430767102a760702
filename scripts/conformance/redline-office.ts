/** Word files with tracked changes -> what LibreOffice says in them once all are accepted, and once all are rejected. */

import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { python, read } from './tools.ts'
import type { Decision } from './tracked.ts'

/**
 * Python that starts one office on a pipe, does `work` with it and ends it. Its first argument is a profile; the others
 * are `given`. There is `desktop`, `dispatcher` and `prop`.
 */
export const officeScript = (work: string): string => `
import os, subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
profile, *given = sys.argv[1:]
pipe = 'thongbao' + str(os.getpid())
office = subprocess.Popen(['soffice', '-env:UserInstallation=' + profile, '--headless', '--norestore', '--nologo',
  '--accept=pipe,name=' + pipe + ';urp;'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
def prop(name, value):
    p = PropertyValue(); p.Name = name; p.Value = value; return p
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for attempt in range(240):
        try:
            context = resolver.resolve('uno:pipe,name=' + pipe + ';urp;StarOffice.ComponentContext'); break
        except Exception: time.sleep(0.5)
    desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    dispatcher = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.DispatchHelper', context)
${work.replace(/^(?=.)/gm, '    ')}
    try: desktop.terminate()
    except Exception: pass
finally:
    try: office.wait(20)
    except Exception: office.kill()
`

const settle = `
folder, *files = given
for file in files:
    for name, command in (('accept', 'AcceptAllTrackedChanges'), ('reject', 'RejectAllTrackedChanges')):
        document = desktop.loadComponentFromURL('file://' + file, '_blank', 0, (prop('Hidden', True),))
        dispatcher.executeDispatch(document.CurrentController.Frame, '.uno:' + command, '', 0, ())
        left = document.Redlines.createEnumeration().hasMoreElements()
        stem = os.path.join(folder, os.path.basename(file)[:-5] + '.' + name)
        document.storeToURL('file://' + stem + '.txt', (prop('FilterName', 'Text (encoded)'), prop('FilterOptions', 'UTF8,LF,,,')))
        document.close(True)
        if left: print(os.path.basename(file), name, 'changes left')
`

/** Absolute paths; their names must differ. Answers what went wrong. */
export const settleInOffice = (files: readonly string[], folder: string): string => {
  mkdirSync(folder, { recursive: true })
  const profile = pathToFileURL(join(folder, '.profile')).href
  return read(python, ['-c', officeScript(settle), profile, folder, ...files], {
    seconds: 180 + 8 * files.length,
  })
}

export const officeTextOf = (file: string, decision: Decision, folder: string): string =>
  join(folder, `${basename(file, '.docx')}.${decision}.txt`)
