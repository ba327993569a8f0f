// Preloaded with `node --require`: ends this process when the one that started it is gone, however it went (SIGKILL included).
// The starter keeps the write end of our standard input open and never writes; its death closes the pipe.
if (process.env.SIGHTLINE_LEASH === "1") {
  delete process.env.SIGHTLINE_LEASH; // not for the processes that this one starts
  const end = () => {
    setTimeout(() => process.exit(1), 3000).unref();
    process.kill(process.pid, "SIGTERM");
  };
  process.stdin.on("error", end);
  process.stdin.on("end", end);
  process.stdin.resume();
  process.stdin.unref?.();
}
