/** Runs a command with the words behind its name; what it throws goes to standard error and exits 1. */
export async function runCommand(
  main: (words: readonly string[]) => Promise<number>,
): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
