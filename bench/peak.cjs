// Preloaded into a measured process: its peak memory, in kB, as the last line of stderr.
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS} kB\n`));
