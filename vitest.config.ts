import { defineConfig } from 'vitest/config'

// Of the packages that have two builds, the one that users run: with the other micromark takes twice as long.
process.env.NODE_ENV = 'production'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/fixtures/setup.ts'],
    testTimeout: 30_000,
    maxWorkers: '100%',
    // The files of a worker share its modules: what is imported, compiled and parsed once serves them all. Processes,
    // not threads: only they can change their time zone.
    pool: 'forks',
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
})
