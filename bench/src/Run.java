package bench;

/** One measured load: its figures, and what it cost. */
record Run(String name, Figures figures, Usage usage, Database.Counters counters) {

    double per(double whole) {
        return whole / Math.max(1, figures.mailed());
    }
}
