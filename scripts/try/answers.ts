const LIMIT_MS = 15_000;

/** Whether a VS Code window would open at this address. */
export const answers = async (address: string): Promise<boolean> => {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LIMIT_MS) });
    return response.ok && (await response.text()).includes("vscode-workbench-web-configuration");
  } catch {
    return false;
  }
};
