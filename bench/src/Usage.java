package bench;

/** CPU seconds of everybody who takes part. */
record Usage(double hub, double database, double sandbox, double load) {

    static Usage now(Options options, Database database) {
        return new Usage(
                Cpu.of(options.hubPid()),
                Cpu.ofTree(database.postmaster()),
                Cpu.of(options.sandboxPid()),
                Cpu.of(ProcessHandle.current().pid()));
    }

    Usage since(Usage before) {
        return new Usage(
                hub - before.hub, database - before.database, sandbox - before.sandbox, load - before.load);
    }
}
