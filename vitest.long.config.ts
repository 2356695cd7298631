import { defineConfig, mergeConfig } from 'vitest/config';
import shared from './vitest.config.ts';

/** What takes minutes: every crash point, the big property runs, load. */
const long = mergeConfig(shared, defineConfig({ test: { testTimeout: 1_800_000, hookTimeout: 300_000, passWithNoTests: true } }));
long.test.include = ['tests/long/**/*.test.ts', 'tests/**/*.long.test.ts'];
long.test.exclude = [];

export default long;
