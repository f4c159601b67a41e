import type { Browser, LaunchOptions } from 'playwright-core';

export function ensureChromium(say?: (message: string) => void): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }>;
export function launchChromium(options?: LaunchOptions): Promise<Browser>;
