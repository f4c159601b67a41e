export function ensureNode(version: string, say?: (message: string) => void): Promise<string>;
